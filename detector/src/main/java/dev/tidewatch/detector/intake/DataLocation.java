package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.path.PathTemplate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a data set's records are. */
public sealed interface DataLocation {

  /**
   * Files in S3 (contract sections 5.1 and 5.2); at least one of the two paths is there.
   *
   * @param continuousOrNull the folder of an interval, from {@code s3://} on
   * @param historicalOrNull a folder, or a single object
   */
  record Files(
      @Nullable PathTemplate continuousOrNull,
      @Nullable S3Address historicalOrNull,
      FileFormat format)
      implements DataLocation {
    public Files {
      requireNonNull(format, "format");
      if (continuousOrNull == null && historicalOrNull == null) {
        throw new IllegalArgumentException("files have a continuous or a historical path");
      }
    }

    /** The folder of an interval; empty for a backtest, which reads the historical path only. */
    public Optional<PathTemplate> continuous() {
      return Optional.ofNullable(continuousOrNull);
    }

    /** The folder or object with the past. */
    public Optional<S3Address> historical() {
      return Optional.ofNullable(historicalOrNull);
    }
  }

  /**
   * Metrics of CloudWatch.
   *
   * @param backtest whether only the past is scored (contract section 4.4)
   */
  record CloudWatch(boolean backtest) implements DataLocation {}
}
