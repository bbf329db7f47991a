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
 */
final class Filling {
  private static final int MOST_SERIES = 40;

  private final Handle handle;
  private final long detector;
  private final Cube cube;
  private final Instant start;
  private final Duration interval;
  private final int intervals;
  private final SeriesNumbers numbers;

  /**
   * @param start of its first interval
   */
  Filling(
      Handle handle, long detector, Cube cube, Instant start, Duration interval, int intervals) {
    this.handle = handle;
    this.detector = detector;
    this.cube = cube;
    this.start = start;
    this.interval = interval;
    this.intervals = intervals;
    this.numbers = SeriesNumbers.of(detector, handle);
  }

  Instant time(int place) {
    return start.plus(interval.multipliedBy(place));
  }

  /** Writes the points of measures, and answers them. */
  Map<String, Traces> points(Map<String, Curve> measures, List<Planted> planted, int known) {
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
            contributions(traces, planted, worst),
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

  /** What each value has in the change: of the leaves that changed, not of chance elsewhere. */
  private List<Contribution> contributions(Traces traces, Planted planted, int place) {
    Map<List<String>, Double> parts = new HashMap<>();
    double all = 0;
    for (Scope leaf : cube.leaves()) {
      if (planted.isIn(leaf.values())) {
        double deviation = traces.of(leaf).value[place] - traces.of(leaf).expected[place];
        all += deviation;
        leaf.values()
            .forEach((name, value) -> parts.merge(List.of(name, value), deviation, Double::sum));
      }
    }
    double whole = all;
    return parts.entrySet().stream()
        .map(
            part ->
                new Contribution(
                    part.getKey().get(0),
                    part.getKey().get(1),
                    Math.rint(100 * Math.max(0, Math.min(1, part.getValue() / whole)))))
        .filter(each -> each.score() > 0)
        .sorted(
            Comparator.comparing(Contribution::dimension)
                .thenComparing(Comparator.comparingDouble(Contribution::score).reversed())
                .thenComparing(Contribution::value))
        .limit(MOST_SERIES)
        .toList();
  }
}
