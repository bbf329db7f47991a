package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.GroupRecorder;
import dev.tidewatch.detector.anomaly.PointWriter;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.Event;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.feedback.Feedback;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** Writes down everything an interval changes, within one transaction. */
final class IntervalCommit {
  private final WorkPlace place;
  private final Work work;
  private final Handle handle;
  private final Interval interval;
  private final Instant started;
  private final Instant now;

  IntervalCommit(WorkPlace place, Work work, Handle handle, Interval interval, Instant started) {
    this.place = place;
    this.work = work;
    this.handle = handle;
    this.interval = interval;
    this.started = started;
    this.now = place.clock().instant();
  }

  /** An interval whose rows the engine has scored. */
  void scored(
      Progress progress,
      LiveEngine engine,
      IntervalRows rows,
      IntervalScores scores,
      Reading reading) {
    Dataset dataset = work.dataset();
    new EngineStore(work.id(), work.settings()).log(handle, rows);
    place.observer().reached(RunStep.AFTER_ENGINE_LOG);
    PointWriter.write(handle, work.id(), work.measures(), scores, engine.numbers());
    place.observer().reached(RunStep.AFTER_POINTS);
    if (work.detector().status() == AnomalyDetectorStatus.ACTIVE) {
      tell(progress, engine, scores);
    }
    if (progress.missing() > 0) {
      place.announcements().back(handle, work.id(), interval, progress.missing(), now);
    }
    place.observer().reached(RunStep.AFTER_ALERTS);
    Progress after = progress.withData(dataset.calendar().after(interval).start());
    reading.quality().ifPresent(quality -> QualityBook.write(handle, work.id(), interval, quality));
    Executions.completed(handle, work.id(), interval.start(), started, now);
    if (work.detector().status() == AnomalyDetectorStatus.LEARNING
        && after.learnt() >= LearningGoal.of(dataset.length())) {
      after = after.evaluating();
      States.reach(handle, work.detector(), Event.LEARNT, now);
    }
    after.write(handle);
    place.observer().reached(RunStep.BEFORE_COMMIT);
  }

  private void tell(Progress progress, LiveEngine engine, IntervalScores scores) {
    if (scores.groups().isEmpty()) {
      return;
    }
    Dataset dataset = work.dataset();
    Feedback feedback =
        FeedbackBook.read(handle, work.id(), dataset.zone(), dataset.length().duration());
    List<GroupChange> changes =
        new GroupRecorder(
                work.id(),
                work.measures(),
                dataset.length().duration(),
                progress.numbered(),
                progress.evaluatedFrom().orElse(interval.start()))
            .record(handle, scores, engine.numbers(), feedback, now);
    place.observer().reached(RunStep.AFTER_GROUPS);
    place.announcements().changed(handle, work.id(), changes, now);
  }

  /** An interval without usable data. */
  void missed(Progress progress, String reason, Reading reading) {
    Progress after = progress.withoutData(work.dataset().calendar().after(interval).start());
    reading.quality().ifPresent(quality -> QualityBook.write(handle, work.id(), interval, quality));
    Executions.failed(handle, work.id(), interval.start(), reason, started, now);
    place.announcements().missing(handle, work.id(), interval, after.missing(), reason, now);
    after.write(handle);
    place.observer().reached(RunStep.BEFORE_COMMIT);
  }

  /** Whether the detector still is as the run found it: a user may have stopped it meanwhile. */
  static boolean stillRuns(Handle handle, Work work) {
    Optional<Detector> detector = Detectors.find(handle, work.id());
    return detector.isPresent() && detector.get().status() == work.detector().status();
  }
}
