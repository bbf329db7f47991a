package dev.tidewatch.setup.backtest;

import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** Turns a file into that of a detector of its own, which only looks at the file's history. */
public final class Rehearsal {
  private static final String END = "-backtest";
  private static final int MAX_NAME = 63;

  private Rehearsal() {}

  /**
   * The blueprint of the backtest: another name for everything, so that nothing of the file's own
   * is touched; no path of intervals to come; nobody is alerted.
   *
   * @throws IllegalStateException when the file names no history
   */
  public static Blueprint of(Blueprint blueprint) {
    S3SourceConfig source =
        Optional.ofNullable(blueprint.dataset().metricSource().s3SourceConfig())
            .filter(S3SourceConfig::hasHistoricalDataPathList)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "a backtest runs over history, and the file names none: add"
                            + " detector.dataset.source.s3.history: s3://bucket/history/"));
    S3SourceConfig past = source.toBuilder().templatedPathList((List<String>) null).build();
    return new Blueprint(
        named(blueprint.name()),
        blueprint.detector().toBuilder()
            .anomalyDetectorName(named(blueprint.detector().anomalyDetectorName()))
            .build(),
        blueprint.dataset().toBuilder()
            .metricSource(metricSource -> metricSource.s3SourceConfig(past))
            .build(),
        Activation.BACKTEST,
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static String named(String name) {
    int room = MAX_NAME - END.length();
    return (name.length() > room ? name.substring(0, room) : name) + END;
  }
}
