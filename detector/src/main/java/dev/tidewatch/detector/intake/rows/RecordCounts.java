package dev.tidewatch.detector.intake.rows;

import dev.tidewatch.detector.intake.RowFault;
import java.util.EnumMap;
import java.util.Map;

/** Counts records. For one thread. */
final class RecordCounts {
  long processed;
  long used;
  long partial;
  long outside;
  long filtered;
  long readable;
  final Map<RowFault, Long> faults = new EnumMap<>(RowFault.class);
  final long[] present;

  RecordCounts(int columns) {
    this.present = new long[columns];
  }

  void fault(RowFault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  void addTo(RecordCounts total) {
    total.processed += processed;
    total.used += used;
    total.partial += partial;
    total.outside += outside;
    total.filtered += filtered;
    total.readable += readable;
    faults.forEach((fault, count) -> total.faults.merge(fault, count, Long::sum));
    for (int i = 0; i < present.length; i++) {
      total.present[i] += present[i];
    }
  }
}
