package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.AlertCondition;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.overview.FiringCounts;
import dev.tidewatch.detector.overview.TimeRange;
import dev.tidewatch.detector.schedule.Progress;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.trial.TrialResult.AlertRate;
import dev.tidewatch.detector.trial.TrialResult.ClassCount;
import dev.tidewatch.detector.trial.TrialResult.WeekCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** Says what came of trials. */
public final class TrialResults {
  private static final List<Integer> THRESHOLDS = List.of(30, 50, 70, 90);
  private static final List<SeverityClass> CLASSES =
      List.of(
          SeverityClass.CRITICAL, SeverityClass.MAJOR, SeverityClass.MINOR, SeverityClass.WARNING);
  private static final int TOP = 10;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Database database;

  public TrialResults(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /** What a trial found; none before it is done, and when there is none of this name. */
  public Optional<TrialResult> of(String name) {
    return database.read(handle -> TrialBook.find(handle, name).flatMap(at -> read(handle, at)));
  }

  /** Two of them beside each other; none before both are done. */
  public Optional<TrialComparison> compare(String one, String other) {
    return of(one).flatMap(a -> of(other).map(b -> TrialComparison.of(a, b)));
  }

  private static Optional<TrialResult> read(Handle handle, TrialBook.Entry trial) {
    boolean done =
        Detectors.find(handle, trial.detector())
            .filter(detector -> detector.status() == AnomalyDetectorStatus.BACK_TEST_COMPLETE)
            .isPresent();
    return done
        ? Progress.find(handle, trial.detector()).map(at -> read(handle, trial, at))
        : Optional.empty();
  }

  private static TrialResult read(Handle handle, TrialBook.Entry trial, Progress progress) {
    Duration interval = trial.draft().interval().duration();
    Instant from = progress.evaluatedFrom().orElseThrow();
    Instant to = progress.next();
    List<TrialGroup> groups =
        Groups.during(handle, trial.detector(), from, to).stream()
            .map(group -> TrialGroup.of(group, interval))
            .toList();
    double weeks = (double) Duration.between(from, to).toSeconds() / WEEK.toSeconds();
    return new TrialResult(
        trial.name(),
        trial.draft(),
        from,
        to,
        progress.learnt(),
        groups,
        CLASSES.stream().map(each -> count(groups, each, weeks)).toList(),
        weeks(groups, from, to),
        groups.stream()
            .sorted(Comparator.comparingDouble(TrialGroup::severity).reversed())
            .limit(TOP)
            .toList(),
        rates(handle, trial.detector(), new TimeRange(from, to)),
        accuracy(handle, trial, groups, from, to));
  }

  private static ClassCount count(List<TrialGroup> groups, SeverityClass of, double weeks) {
    int count =
        (int) groups.stream().filter(group -> SeverityClass.of(group.severity()) == of).count();
    return new ClassCount(of.word(), count, count / weeks);
  }

  private static List<WeekCount> weeks(List<TrialGroup> groups, Instant from, Instant to) {
    List<WeekCount> weeks = new ArrayList<>();
    for (Instant begin = from; begin.isBefore(to); begin = begin.plus(WEEK)) {
      Instant start = begin;
      Instant end = begin.plus(WEEK).isBefore(to) ? begin.plus(WEEK) : to;
      int count =
          (int)
              groups.stream()
                  .filter(each -> !each.start().isBefore(start) && each.start().isBefore(end))
                  .count();
      weeks.add(new WeekCount(start, end, count));
    }
    return weeks;
  }

  private static List<AlertRate> rates(Handle handle, long detector, TimeRange range) {
    FiringCounts counts = FiringCounts.read(handle, detector, AlertCondition.from(0), range);
    return THRESHOLDS.stream()
        .map(each -> new AlertRate(each, counts.at(each), counts.perWeek(each)))
        .toList();
  }

  private static Optional<Accuracy> accuracy(
      Handle handle, TrialBook.Entry trial, List<TrialGroup> groups, Instant from, Instant to) {
    TrialDraft draft = trial.draft();
    Labels known = labels(handle, draft).within(from, to);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<TrialGroup> told =
        groups.stream().filter(group -> group.severity() >= draft.threshold()).toList();
    return Optional.of(Accuracy.of(told, known, draft.interval().duration()));
  }

  private static Labels labels(Handle handle, TrialDraft draft) {
    if (!draft.labels().isBlank()) {
      return Labels.parse(draft.labels());
    }
    return Detectors.find(handle, draft.base())
        .map(base -> Labels.ofFeedback(handle, base.id(), base.interval().duration()))
        .orElse(new Labels(List.of(), false));
  }
}
