package dev.tidewatch.localaws.kinesis.stream;

import java.util.List;

/** Consecutive records of a shard, seen in place: nothing is copied. */
final class RecordPage {
  private final List<RecordSlice> slices;
  private final long start;
  private final long next;

  RecordPage(List<RecordSlice> slices, long start, long next) {
    this.slices = slices;
    this.start = start;
    this.next = next;
  }

  static RecordPage empty(long start) {
    return new RecordPage(List.of(), start, start);
  }

  int count() {
    return (int) (next - start);
  }

  /** Index after the last record. */
  long next() {
    return next;
  }

  /** How many bytes all partition keys and data have. */
  long bytes() {
    return slices.stream().mapToLong(slice -> slice.end() - slice.start(slice.from())).sum();
  }

  List<RecordSlice> slices() {
    return slices;
  }
}
