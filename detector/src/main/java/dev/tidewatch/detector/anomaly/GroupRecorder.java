package dev.tidewatch.detector.anomaly;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.feedback.Feedback;
import dev.tidewatch.scoring.group.AnomalyGroup;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what an interval did to the anomaly groups of a detector. What it writes follows from the
 * engine's answers, from feedback and from what is kept already, so the same interval gives the
 * same groups whatever was interrupted before; only {@code detected} tells of the clock.
 */
public final class GroupRecorder {
  private final long detector;
  private final List<String> measures;
  private final Duration interval;
  private final long numbered;
  private final Instant evaluatedFrom;

  /**
   * @param measures their names, in the order of the engine's answers
   * @param numbered the highest number of a group before this engine began to count at 1
   * @param evaluatedFrom the start of the first interval whose anomalies are told
   */
  public GroupRecorder(
      long detector,
      List<String> measures,
      Duration interval,
      long numbered,
      Instant evaluatedFrom) {
    this.detector = detector;
    this.measures = List.copyOf(measures);
    this.interval = requireNonNull(interval, "interval");
    this.numbered = numbered;
    this.evaluatedFrom = requireNonNull(evaluatedFrom, "evaluatedFrom");
  }

  /** Writes the groups of an interval and says what changed. */
  public List<GroupChange> record(
      Handle handle, IntervalScores scores, SeriesNumbers numbers, Feedback feedback, Instant now) {
    List<GroupChange> changes = new ArrayList<>();
    for (GroupEvent event : scores.groups()) {
      AnomalyGroup group = event.group();
      int measure = measures.indexOf(group.measure());
      String id = FoundGroup.idOf(detector, group.measure(), numbered + group.number());
      Optional<FoundGroup> before = Groups.find(handle, detector, id);
      boolean closed = event.kind() == GroupEvent.Kind.CLOSED;
      if (before.isEmpty() && (closed || isToldAlready(handle, group))) {
        continue;
      }
      Seen seen = look(scores, measure, group, before, numbers, handle);
      FoundGroup after = after(id, group, before, seen, feedback, !closed, now);
      GroupChange change = new GroupChange(before, after, seen.series(), relations(group));
      numbers.write(handle);
      Groups.write(handle, change);
      changes.add(change);
    }
    return changes;
  }

  /** What goes on since before an engine learnt anew, its predecessor may have told. */
  private boolean isToldAlready(Handle handle, AnomalyGroup group) {
    return group.start().isBefore(evaluatedFrom)
        && Groups.during(handle, detector, group.start(), group.end().plus(interval)).stream()
            .anyMatch(known -> known.measure().equals(group.measure()));
  }

  /** What was seen of a group so far: its peak, and its series, the worst first. */
  private record Seen(Peak peak, Trouble trouble, List<FoundSeries> series) {}

  private Seen look(
      IntervalScores scores,
      int measure,
      AnomalyGroup group,
      Optional<FoundGroup> before,
      SeriesNumbers numbers,
      Handle handle) {
    PointScore now = point(scores, measure, group.scope());
    Peak peak = AnomalousLeaves.peak(scores.start(), now);
    boolean ongoing = group.end().equals(scores.start());
    List<FoundSeries> old = before.map(known -> Groups.series(handle, known)).orElse(List.of());
    List<FoundSeries> series =
        ongoing
            ? worst(old, new AnomalousLeaves(scores, measure, numbers).of(group.scope(), peak))
            : old;
    Peak worst =
        before.map(FoundGroup::peak).filter(kept -> !ongoing || off(kept) > off(peak)).orElse(peak);
    return new Seen(worst, now.trouble(), series);
  }

  private static double off(Peak peak) {
    double reach = (peak.upper() - peak.lower()) / 2;
    double off = Math.abs(peak.value() - peak.expected());
    return Double.isNaN(off) ? -1 : off / Math.max(reach, Double.MIN_NORMAL);
  }

  private static PointScore point(IntervalScores scores, int measure, Scope scope) {
    int series =
        scores
            .measures()
            .get(measure)
            .directory()
            .find(scope)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the engine names " + scope + ", which it does not know"));
    return scores.point(measure, series);
  }

  private static List<FoundSeries> worst(List<FoundSeries> old, List<FoundSeries> found) {
    Map<Long, FoundSeries> worst = new HashMap<>();
    old.forEach(each -> worst.put(each.number(), each));
    found.forEach(
        each -> worst.merge(each.number(), each, (a, b) -> a.severity() >= b.severity() ? a : b));
    return worst.values().stream().sorted(AnomalousLeaves.WORST_FIRST).toList();
  }

  private FoundGroup after(
      String id,
      AnomalyGroup group,
      Optional<FoundGroup> before,
      Seen seen,
      Feedback feedback,
      boolean open,
      Instant now) {
    double told =
        feedback
            .adjust(
                group.severity(),
                FeedbackBook.anomaly(
                    group.measure(),
                    group.scope(),
                    seen.peak(),
                    seen.trouble(),
                    group.start(),
                    Duration.between(group.start(), group.end()).plus(interval)),
                id)
            .after();
    return new FoundGroup(
        id,
        detector,
        group.measure(),
        numbered + group.number(),
        group.start(),
        group.end(),
        before.map(FoundGroup::detected).orElse(now),
        group.severity(),
        told,
        open,
        group.scope(),
        seen.peak(),
        group.contributions(),
        seen.series().size());
  }

  private static List<FoundRelation> relations(AnomalyGroup group) {
    return group.related().stream()
        .map(
            related ->
                new FoundRelation(
                    related.measure(),
                    related.relation(),
                    related.contributionPercent(),
                    related.lag(),
                    Optional.empty()))
        .toList();
  }
}
