package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.detector.anomaly.FoundRelation;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes into a database what a detector would have: points of all its series and the groups in
 * them.
 *
 * @param start of its first interval
 */
record Filling(
    Handle handle, long detector, Cube cube, Instant start, Duration interval, int intervals) {
  private static final int MOST_SERIES = 40;

  Instant time(int place) {
    return start.plus(interval.multipliedBy(place));
  }

  /** Writes the points of measures, and answers them. */
  Map<String, Traces> points(Map<String, Curve> measures, List<Planted> planted, int known) {
    SeriesNumbers numbers = SeriesNumbers.of(detector, handle);
    cube.scopes().forEach(numbers::of);
    numbers.write(handle);
    Map<String, Traces> written = new HashMap<>();
    measures.forEach(
        (measure, curve) -> {
          Traces traces = new Traces(measure, curve, cube, planted, start, interval, intervals);
          PreparedBatch batch =
              handle.prepareBatch("INSERT INTO point_chunk VALUES (?, ?, ?, ?, ?)");
          cube.scopes()
              .forEach(
                  scope ->
                      traces
                          .of(scope)
                          .addTo(
                              batch, detector, numbers.of(scope), measure, start, interval, known));
          batch.execute();
          written.put(measure, traces);
        });
    return written;
  }

  /** A planted anomaly as the engine's group. */
  GroupChange group(Traces traces, Planted planted, int number, List<FoundRelation> relations) {
    SeriesNumbers numbers = SeriesNumbers.of(detector, handle);
    int from = intervals - 1 - planted.ago();
    int to = from + planted.intervals() - 1;
    Scope scope = new Scope(Traces.ordered(cube, planted.where()));
    Trace trace = traces.of(scope);
    int worst = trace.worst(from, to);
    List<FoundSeries> series =
        cube.leaves().stream()
            .filter(leaf -> planted.covers(leaf.values(), intervals - 1 - worst))
            .map(
                leaf ->
                    new FoundSeries(
                        numbers.of(leaf),
                        leaf,
                        traces.of(leaf).severity[worst],
                        peak(traces.of(leaf), worst),
                        Trouble.OUTLIER))
            .sorted(Comparator.comparingDouble(FoundSeries::severity).reversed())
            .limit(MOST_SERIES)
            .toList();
    FoundGroup group =
        new FoundGroup(
            FoundGroup.idOf(detector, planted.measure(), number),
            detector,
            planted.measure(),
            number,
            time(from),
            time(to),
            time(from + 1).plusSeconds(62),
            planted.severity(),
            planted.severity(),
            planted.open(),
            scope,
            peak(trace, worst),
            contributions(traces, worst),
            series.size());
    GroupChange change = new GroupChange(Optional.empty(), group, series, relations);
    Groups.write(handle, change);
    return change;
  }

  private Peak peak(Trace trace, int place) {
    return new Peak(
        time(place),
        trace.value[place],
        trace.expected[place],
        trace.lower(place),
        trace.upper(place));
  }

  private List<Contribution> contributions(Traces traces, int place) {
    Trace all = traces.of(new Scope(Map.of()));
    double deviation = all.value[place] - all.expected[place];
    List<Contribution> contributions = new ArrayList<>();
    contributions.addAll(contributions(traces, place, cube.firstName(), cube.first(), deviation));
    contributions.addAll(contributions(traces, place, cube.secondName(), cube.second(), deviation));
    return contributions;
  }

  private static List<Contribution> contributions(
      Traces traces, int place, String dimension, List<String> values, double deviation) {
    return values.stream()
        .map(
            value -> {
              Trace trace = traces.of(new Scope(Map.of(dimension, value)));
              double share = (trace.value[place] - trace.expected[place]) / deviation;
              return new Contribution(
                  dimension, value, Math.rint(100 * Math.max(0, Math.min(1, share))));
            })
        .filter(each -> each.score() > 0)
        .sorted(Comparator.comparingDouble(Contribution::score).reversed())
        .limit(MOST_SERIES)
        .toList();
  }
}
