package dev.tidewatch.localaws.kinesis.stream;

/**
 * What a shard takes and gives per second: 1,000 records and 1 MiB in, 5 reads and 2 MiB out. A
 * read may give more at once; then the following ones are refused until the rate is right again.
 */
final class ShardLimits {
  private static final double MEBIBYTE = 1024 * 1024;

  private final TokenBucket recordsIn = new TokenBucket(1000);
  private final TokenBucket bytesIn = new TokenBucket(MEBIBYTE);
  private final TokenBucket reads = new TokenBucket(5);
  private final TokenBucket bytesOut = new TokenBucket(2 * MEBIBYTE);

  /** Whether a record of this size may come in now; counted when it may. */
  boolean admitsRecord(int size, long nowMillis) {
    // A record larger than the rate comes in when the whole second is free.
    boolean admitted =
        recordsIn.has(1, nowMillis) && bytesIn.has(Math.min(size, MEBIBYTE), nowMillis);
    if (admitted) {
      recordsIn.take(1);
      bytesIn.take(size);
    }
    return admitted;
  }

  /** Whether a read may begin now; counted when it may. */
  boolean admitsRead(long nowMillis) {
    boolean admitted = reads.has(1, nowMillis) && bytesOut.has(0, nowMillis);
    if (admitted) {
      reads.take(1);
    }
    return admitted;
  }

  void gave(long bytes) {
    bytesOut.take((double) bytes);
  }
}
