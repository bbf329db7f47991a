package dev.tidewatch.detector.intake.rows;

import dev.tidewatch.detector.intake.History;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.util.Iterator;
import java.util.List;

/** The intervals of a collector, whose rows are made when they are asked for. */
public final class CollectedIntervals implements History.Intervals {
  private final RowCollector collector;
  private final List<Interval> intervals;

  public CollectedIntervals(RowCollector collector) {
    this.collector = collector;
    this.intervals = collector.intervals();
  }

  @Override
  public void close() {
    collector.close();
  }

  @Override
  public int size() {
    return intervals.size();
  }

  @Override
  public Interval interval(int position) {
    return intervals.get(position);
  }

  @Override
  public IntervalRows rows(int position) {
    return collector.rows(intervals.get(position));
  }

  @Override
  public Iterator<IntervalRows> iterator() {
    return intervals.stream().map(collector::rows).iterator();
  }
}
