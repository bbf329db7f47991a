package dev.tidewatch.detector.intake;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Those of some intervals that begin at a time or later. */
record LaterIntervals(History.Intervals all, int skipped) implements History.Intervals {
  static LaterIntervals of(History.Intervals all, Instant from) {
    int skipped = 0;
    while (skipped < all.size() && all.interval(skipped).start().isBefore(from)) {
      skipped++;
    }
    return new LaterIntervals(all, skipped);
  }

  @Override
  public int size() {
    return all.size() - skipped;
  }

  @Override
  public Interval interval(int position) {
    return all.interval(skipped + position);
  }

  @Override
  public IntervalRows rows(int position) {
    return all.rows(skipped + position);
  }

  @Override
  public Iterator<IntervalRows> iterator() {
    return IntStream.range(0, size()).mapToObj(this::rows).iterator();
  }

  @Override
  public void close() {
    all.close();
  }
}
