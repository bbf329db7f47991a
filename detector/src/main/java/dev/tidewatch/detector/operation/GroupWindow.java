package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.anomaly.Points;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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
    SortedSet<Instant> times = new TreeSet<>();
    worstFirst.stream()
        .limit(SERIES_THAT_SET_TIMES)
        .flatMap(
            series ->
                Points.of(handle, group.detector(), measure, series.number(), from, to).stream())
        .filter(point -> Double.isFinite(point.value()))
        .forEach(point -> times.add(point.interval()));
    return new GroupWindow(group, measure, from, to, List.copyOf(times));
  }

  /** A series' values, one for each of the times. */
  List<Double> values(Handle handle, FoundSeries series, AggregationFunction aggregation) {
    Map<Instant, Double> known = new HashMap<>();
    for (Point point : Points.of(handle, group.detector(), measure, series.number(), from, to)) {
      if (Double.isFinite(point.value())) {
        known.put(point.interval(), point.value());
      }
    }
    List<Double> values = new ArrayList<>();
    double filling = 0;
    for (Instant time : times) {
      double value = known.getOrDefault(time, filling);
      values.add(value);
      filling = aggregation == AggregationFunction.AVG ? value : 0;
    }
    return values;
  }
}
