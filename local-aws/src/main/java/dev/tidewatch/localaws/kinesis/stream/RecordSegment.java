package dev.tidewatch.localaws.kinesis.stream;

import java.util.Arrays;

/**
 * Up to 4,096 consecutive records of a shard, packed: partition keys and data in one array, beside
 * it where each begins and when it arrived. Grows at its end only, and what was written never
 * changes, so a reader may go on with the arrays it was given while more is appended.
 *
 * <p>Times are epoch milliseconds here: one is kept for every record held.
 */
final class RecordSegment {
  private static final int MAX_RECORDS = 4096;
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  final long firstIndex;
  private int count;
  private byte[] bytes = new byte[4096];
  private int[] starts = new int[64];
  private int[] dataStarts = new int[64];
  private long[] arrivals = new long[64];
  private int length;
  private long latestArrival = Long.MIN_VALUE;
  private final long latestArrivalBefore;

  /**
   * @param latestArrivalBefore the latest arrival time of all earlier segments
   */
  RecordSegment(long firstIndex, long latestArrivalBefore) {
    this.firstIndex = firstIndex;
    this.latestArrivalBefore = latestArrivalBefore;
  }

  boolean isFull() {
    return count == MAX_RECORDS || length >= MAX_BYTES;
  }

  void append(byte[] partitionKey, byte[] data, long arrivalMillis) {
    reserve(partitionKey.length + data.length);
    starts[count] = length;
    System.arraycopy(partitionKey, 0, bytes, length, partitionKey.length);
    length += partitionKey.length;
    dataStarts[count] = length;
    System.arraycopy(data, 0, bytes, length, data.length);
    length += data.length;
    arrivals[count] = arrivalMillis;
    latestArrival = Math.max(latestArrival, arrivalMillis);
    count++;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      dataStarts = Arrays.copyOf(dataStarts, 2 * count);
      arrivals = Arrays.copyOf(arrivals, 2 * count);
    }
  }

  long endIndex() {
    return firstIndex + count;
  }

  long arrival(long index) {
    return arrivals[(int) (index - firstIndex)];
  }

  /** The latest arrival time in this segment. */
  long latestArrival() {
    return latestArrival;
  }

  /** The latest arrival time up to the end of this segment: never falls from one to the next. */
  long latestArrivalSoFar() {
    return Math.max(latestArrival, latestArrivalBefore);
  }

  /** How many bytes the record's partition key and data have. */
  int size(long index) {
    int i = (int) (index - firstIndex);
    return (i + 1 < count ? starts[i + 1] : length) - starts[i];
  }

  /** The records from one index up to another, as they are now. */
  RecordSlice slice(long from, long to) {
    int last = (int) (to - firstIndex) - 1;
    int end = starts[last] + size(to - 1);
    return new RecordSlice(from, to, firstIndex, bytes, starts, dataStarts, arrivals, end);
  }
}
