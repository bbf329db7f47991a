package dev.tidewatch.setup.blueprint;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** A file's detector as a backtest of its own: the same data of the past, and nobody to tell. */
public final class Backtest {
  private static final String END = "-backtest";
  private static final int MAX_NAME = 63;

  private Backtest() {}

  /**
   * The blueprint of the backtest.
   *
   * @throws IllegalStateException when the file names no history
   */
  public static Blueprint of(Blueprint blueprint) {
    S3SourceConfig source = blueprint.dataset().metricSource().s3SourceConfig();
    if (source == null || !source.hasHistoricalDataPathList()) {
      throw new IllegalStateException(
          "the file names no history to run over: add detector.dataset.source.s3.history");
    }
    S3SourceConfig past = source.toBuilder().templatedPathList((List<String>) null).build();
    return new Blueprint(
        name(blueprint.name()),
        blueprint.detector().toBuilder()
            .anomalyDetectorName(name(blueprint.detector().anomalyDetectorName()))
            .build(),
        blueprint.dataset().toBuilder()
            .offset(null)
            .metricSource(metricSource -> metricSource.s3SourceConfig(past))
            .build(),
        Activation.BACKTEST,
        List.of(),
        List.of(),
        blueprint.metricSet());
  }

  private static String name(String name) {
    int room = MAX_NAME - END.length();
    return (name.length() > room ? name.substring(0, room) : name) + END;
  }
}
