package dev.tidewatch.detector.console.detectors;

import dev.tidewatch.detector.catalog.MetricSetEntry;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;

/** Whether a detector runs with the clock or once over the past. */
public enum Mode {
  CONTINUOUS("Continuous"),
  BACKTEST("Backtest"),
  /** It has no dataset yet. */
  OPEN("not decided yet");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Mode of(Optional<MetricSetEntry> dataset) {
    return dataset.map(entry -> of(entry.definition())).orElse(OPEN);
  }

  private static Mode of(CreateMetricSetRequest definition) {
    MetricSource source = definition.metricSource();
    boolean past =
        source != null
            && ((source.s3SourceConfig() != null
                    && source.s3SourceConfig().templatedPathList().isEmpty())
                || (source.cloudWatchConfig() != null
                    && source.cloudWatchConfig().backTestConfiguration() != null
                    && Boolean.TRUE.equals(
                        source.cloudWatchConfig().backTestConfiguration().runBackTestMode())));
    return past ? BACKTEST : CONTINUOUS;
  }
}
