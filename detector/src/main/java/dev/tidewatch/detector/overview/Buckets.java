package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * A range cut into equal pieces of a length people know, which begin where clocks show it.
 *
 * @param start of the first, at or before that of the range
 */
public record Buckets(Instant start, Duration width, int count) {
  private static final long DAY = 86_400;
  private static final long[] WIDTHS = {
    60, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200, DAY
  };

  public Buckets {
    requireNonNull(start, "start");
    requireNonNull(width, "width");
  }

  /**
   * @param most how many at most, from 2
   */
  public static Buckets of(TimeRange range, int most) {
    if (most < 2) {
      throw new IllegalArgumentException("a range has 2 buckets or more, not " + most);
    }
    return LongStream.concat(
            LongStream.of(WIDTHS), LongStream.iterate(2, days -> days + 1).map(days -> days * DAY))
        .mapToObj(seconds -> of(range, Duration.ofSeconds(seconds)))
        .filter(buckets -> buckets.count() <= most)
        .findFirst()
        .orElseThrow();
  }

  private static Buckets of(TimeRange range, Duration width) {
    long seconds = width.toSeconds();
    long first = Math.floorDiv(range.from().getEpochSecond(), seconds);
    long last = Math.floorDiv(range.to().getEpochSecond() - 1, seconds);
    return new Buckets(
        Instant.ofEpochSecond(first * seconds),
        width,
        (int) Math.min(Integer.MAX_VALUE, last - first + 1));
  }

  /** The start of a bucket, counted from 0. */
  public Instant startOf(int bucket) {
    return start.plus(width.multipliedBy(bucket));
  }

  /** Raises a lane to a severity wherever it is lower in a time. */
  void raise(double[] lane, TimeRange time, double severity) {
    int last = nearest(time.to().getEpochSecond() - 1);
    for (int bucket = nearest(time.from().getEpochSecond()); bucket <= last; bucket++) {
      lane[bucket] = Math.max(lane[bucket], severity);
    }
  }

  /** The bucket of a second; the first or last one for what lies outside. */
  public int nearest(long second) {
    long bucket = Math.floorDiv(second - start.getEpochSecond(), width.toSeconds());
    return (int) Math.max(0, Math.min(count - 1, bucket));
  }
}
