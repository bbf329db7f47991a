package dev.tidewatch.localaws.kinesis.stream;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The hash keys of one shard, both ends included. */
public record HashKeyRange(HashKey start, HashKey end) {
  public HashKeyRange {
    if (start.compareTo(end) > 0) {
      throw new IllegalArgumentException(
          "a hash key range cannot start at " + start + ", after its end " + end);
    }
  }

  /** All hash keys, in as many ranges of (nearly) the same size, in order. */
  static List<HashKeyRange> uniform(int count) {
    BigInteger size = BigInteger.ONE.shiftLeft(2 * Long.SIZE);
    List<HashKeyRange> ranges = new ArrayList<>(count);
    HashKey start = HashKey.MIN;
    for (int i = 1; i <= count; i++) {
      BigInteger after = size.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(count));
      HashKey end = HashKey.of(after.subtract(BigInteger.ONE));
      ranges.add(new HashKeyRange(start, end));
      start = i < count ? end.next() : start;
    }
    return ranges;
  }

  /** Whether AWS lets a second shard begin there: both halves get two hash keys or more. */
  boolean canSplitAt(HashKey secondStart) {
    return secondStart.compareTo(end) < 0
        && secondStart.compareTo(start) > 0
        && !secondStart.equals(start.next());
  }

  /** Whether the other range begins right after this one. */
  boolean isBefore(HashKeyRange other) {
    return !end.equals(HashKey.MAX) && end.next().equals(other.start);
  }
}
