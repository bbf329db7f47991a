package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.alerting.message.Period;
import dev.tidewatch.detector.alerting.message.ToldAnomaly;
import dev.tidewatch.detector.alerting.message.ToldCause;
import dev.tidewatch.detector.alerting.message.ToldSeries;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundRelation;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.TimeSeriesId;
import dev.tidewatch.scoring.relation.Relation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Gathers what is told of an interval's groups: from the changes themselves, and of their causes
 * from the database.
 */
final class GroupFacts {
  /** No message tells more series than these, the most severe. */
  static final int MOST_SERIES = 500;

  private static final int MOST_CAUSES = 10;

  private final Handle handle;
  private final WatchedDetector detector;
  private int watched = -1;

  GroupFacts(Handle handle, WatchedDetector detector) {
    this.handle = handle;
    this.detector = detector;
  }

  ToldAnomaly anomaly(GroupChange change) {
    FoundGroup group = change.after();
    return new ToldAnomaly(
        group.id(),
        group.measure(),
        group.told(),
        group.peak().value(),
        group.peak().expected(),
        group.peak().lower(),
        group.peak().upper(),
        group.contributions(),
        Math.max(group.series(), change.series().size()),
        watched(),
        change.series().stream().limit(MOST_SERIES).map(each -> series(group, each)).toList(),
        causes(change));
  }

  /** Counted once an interval: of many series that takes a while. */
  private int watched() {
    if (watched < 0) {
      watched = detector.series(handle);
    }
    return watched;
  }

  Period period(GroupChange change) {
    FoundGroup group = change.after();
    return new Period(
        group.start(),
        group.end(),
        detector.calendar().intervalOf(group.end()).end(),
        group.open());
  }

  private static ToldSeries series(FoundGroup group, FoundSeries series) {
    return new ToldSeries(
        TimeSeriesId.of(group.detector(), group.measure(), series.number()),
        series.scope().values(),
        series.peak().value(),
        series.peak().expected());
  }

  private List<ToldCause> causes(GroupChange change) {
    if (change.relations().isEmpty()) {
      return List.of();
    }
    List<FoundRelation> kept = Groups.relations(handle, change.after());
    List<FoundRelation> relations = kept.isEmpty() ? change.relations() : kept;
    return relations.stream()
        .filter(each -> each.relation() == Relation.CAUSE)
        .limit(MOST_CAUSES)
        .map(this::cause)
        .toList();
  }

  private ToldCause cause(FoundRelation relation) {
    Optional<FoundGroup> own =
        relation.group().flatMap(group -> Groups.find(handle, detector.id(), group));
    Duration interval = detector.calendar().length().duration();
    return new ToldCause(
        relation.measure(),
        relation.contributionPercent(),
        interval.multipliedBy(Math.max(0, relation.lag())),
        own.map(group -> group.peak().direction()).orElse(null),
        own.map(FoundGroup::told).orElse(null));
  }
}
