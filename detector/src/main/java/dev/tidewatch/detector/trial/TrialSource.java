package dev.tidewatch.detector.trial;

import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.Collection;
import software.amazon.awssdk.services.lookoutmetrics.model.CloudWatchConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** A source of data as a backtest has it, and as a live detector has it (contract section 4.4). */
final class TrialSource {
  private TrialSource() {}

  /**
   * Its history only.
   *
   * @throws ApiError when it has none
   */
  static MetricSource history(MetricSource source) {
    CloudWatchConfig metrics = source.cloudWatchConfig();
    if (metrics != null) {
      return source.toBuilder().cloudWatchConfig(inBacktest(metrics, true)).build();
    }
    S3SourceConfig files = source.s3SourceConfig();
    if (files == null || files.historicalDataPathList().isEmpty()) {
      throw ApiError.validation(
          "MetricSource.S3SourceConfig.HistoricalDataPathList",
          "the dataset has a continuous path only; a trial reads history: name the folder that holds"
              + " it");
    }
    return source.toBuilder()
        .s3SourceConfig(files.toBuilder().templatedPathList((Collection<String>) null).build())
        .build();
  }

  /**
   * What goes on.
   *
   * @param length of the intervals its continuous path is written in
   * @throws ApiError when nothing does, or in other intervals than wanted
   */
  static MetricSource live(MetricSource source, IntervalLength length, IntervalLength wanted) {
    CloudWatchConfig metrics = source.cloudWatchConfig();
    if (metrics != null) {
      return source.toBuilder().cloudWatchConfig(inBacktest(metrics, false)).build();
    }
    S3SourceConfig files = source.s3SourceConfig();
    if (files == null || files.templatedPathList().isEmpty()) {
      throw ApiError.validation(
          "MetricSource.S3SourceConfig.TemplatedPathList",
          "the dataset of the trial has history only: give it a continuous path to make it live");
    }
    if (length != wanted) {
      throw ApiError.validation(
          "MetricSetFrequency",
          "the continuous path has a folder for each %s; one for each %s has to be written first"
              .formatted(length, wanted));
    }
    return source;
  }

  private static CloudWatchConfig inBacktest(CloudWatchConfig metrics, boolean backtest) {
    return metrics.toBuilder()
        .backTestConfiguration(configuration -> configuration.runBackTestMode(backtest))
        .build();
  }
}
