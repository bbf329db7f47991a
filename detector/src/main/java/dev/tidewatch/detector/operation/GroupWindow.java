package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.Points;
import dev.tidewatch.detector.anomaly.SeriesValues;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;

/**
 * The stretch of time around a group that all its series are shown for: 28 days before it when
 * intervals are hours (contract section 10), and a little after. Its times are those at which the
 * most severe series have data, the same on every page of a listing.
 *
 * <p>The API aligns numbers with times and cannot tell a gap. Where a series has no data while
 * others have, a sum is 0, and an average what it was before.
 */
record GroupWindow(
    FoundGroup group, String measure, Instant from, Instant to, List<Instant> times) {
  private static final int INTERVALS_BEFORE = 672;
  private static final int INTERVALS_AFTER = 48;
  private static final int SERIES_THAT_SET_TIMES = 20;

  static GroupWindow of(
      Handle handle,
      FoundGroup group,
      String measure,
      IntervalLength length,
      List<FoundSeries> worstFirst) {
    Duration interval = length.duration();
    Instant from = group.start().minus(interval.multipliedBy(INTERVALS_BEFORE));
    Instant to = group.end().plus(interval.multipliedBy(INTERVALS_AFTER + 1L));
    LongStream.Builder starts = LongStream.builder();
    worstFirst.stream()
        .limit(SERIES_THAT_SET_TIMES)
        .map(series -> Points.values(handle, group.detector(), measure, series.number(), from, to))
        .forEach(
            values -> {
              for (int i = 0; i < values.size(); i++) {
                starts.add(values.start(i));
              }
            });
    List<Instant> times =
        starts.build().sorted().distinct().mapToObj(Instant::ofEpochSecond).toList();
    return new GroupWindow(group, measure, from, to, times);
  }

  /** A series' values, one for each of the times. */
  List<Double> values(Handle handle, FoundSeries series, AggregationFunction aggregation) {
    SeriesValues known =
        Points.values(handle, group.detector(), measure, series.number(), from, to);
    List<Double> values = new ArrayList<>(times.size());
    double filling = 0;
    int next = 0;
    for (Instant time : times) {
      long start = time.getEpochSecond();
      while (next < known.size() && known.start(next) < start) {
        next++;
      }
      boolean there = next < known.size() && known.start(next) == start;
      double value = there ? known.value(next) : filling;
      values.add(value);
      filling = aggregation == AggregationFunction.AVG ? value : 0;
    }
    return values;
  }
}
