package dev.tidewatch.generator.stream;

import java.util.Optional;
import java.util.PriorityQueue;

/** The records that are held back, the next to come first. */
final class HeldRecords {
  private final PriorityQueue<HeldRecord> records = new PriorityQueue<>(HeldRecord.ORDER);

  void add(HeldRecord record) {
    records.add(record);
  }

  /** Takes out the next record that is due at a time, in epoch nanoseconds. */
  Optional<HeldRecord> pollUpTo(long time) {
    HeldRecord next = records.peek();
    return next != null && next.release() <= time
        ? Optional.ofNullable(records.poll())
        : Optional.empty();
  }

  /** Drops all that is due at a time. */
  void forgetUpTo(long time) {
    records.removeIf(record -> record.release() <= time);
  }
}
