package dev.tidewatch.localaws.kinesis.stream;

/**
 * Consecutive records within one segment, seen in place. Holds the segment's arrays: they are
 * appended to by the writer, never changed where this looks.
 *
 * @param from index of the first record
 * @param to index after the last record
 * @param base index of the segment's first record
 * @param end where the last record's data end
 */
@SuppressWarnings("ArrayRecordComponent") // a view in the measured hot path, never compared
record RecordSlice(
    long from,
    long to,
    long base,
    byte[] bytes,
    int[] starts,
    int[] dataStarts,
    long[] arrivals,
    int end) {
  static final RecordSlice NONE =
      new RecordSlice(0, 0, 0, new byte[0], new int[0], new int[0], new long[0], 0);

  int start(long index) {
    return starts[(int) (index - base)];
  }

  int dataStart(long index) {
    return dataStarts[(int) (index - base)];
  }

  int dataEnd(long index) {
    return index + 1 < to ? start(index + 1) : end;
  }

  long arrival(long index) {
    return arrivals[(int) (index - base)];
  }
}
