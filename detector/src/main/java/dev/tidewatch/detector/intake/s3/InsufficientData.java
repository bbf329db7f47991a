package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.RowFault;
import dev.tidewatch.metricset.interval.Interval;
import java.util.Map;
import java.util.Optional;

/** Says why none of the records that were read can be used. */
final class InsufficientData {
  private InsufficientData() {}

  /**
   * The usual fault of the records.
   *
   * @param within where their timestamps had to be
   */
  static String reason(Interval within, Quality quality) {
    Optional<Map.Entry<RowFault, Long>> usual =
        quality.faults().entrySet().stream()
            .max(
                Map.Entry.<RowFault, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()));
    if (quality.rowsOutside() >= usual.map(Map.Entry::getValue).orElse(0L)) {
      return "Insufficient data at the source: the timestamps of %d of %d records are outside %s to %s"
          .formatted(quality.rowsOutside(), quality.rowsProcessed(), within.start(), within.end());
    }
    return "Insufficient data at the source: %d of %d records are %s"
        .formatted(
            usual.map(Map.Entry::getValue).orElse(0L),
            quality.rowsProcessed(),
            usual.map(fault -> fault.getKey().description()).orElse(""));
  }
}
