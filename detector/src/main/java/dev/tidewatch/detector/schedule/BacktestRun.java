package dev.tidewatch.detector.schedule;

import static software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType.BACKTEST_INFERENCE_DATA_END_TIME_STAMP;
import static software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType.BACKTEST_INFERENCE_DATA_START_TIME_STAMP;
import static software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType.BACKTEST_TRAINING_DATA_END_TIME_STAMP;
import static software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType.BACKTEST_TRAINING_DATA_START_TIME_STAMP;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.GroupRecorder;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Event;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.detector.intake.TooManyRows;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.feedback.Feedback;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType;

/**
 * Runs a backtest (contract section 4.4): learns from the older part of the history and tells what
 * it would have told of the newer. Can be interrupted and begun again.
 */
final class BacktestRun {
  private final WorkPlace place;
  private final Work work;
  private final LearningWatch watch;

  BacktestRun(WorkPlace place, Work work, LearningWatch watch) {
    this.place = place;
    this.work = work;
    this.watch = watch;
  }

  void run() {
    Instant started = place.clock().instant();
    FreshStart.prepare(place.database(), work.id());
    // Of a run that was interrupted.
    place.database().change(handle -> Groups.forget(handle, work.id()));
    HistoryRange range =
        place.database().read(handle -> place.datasets().range(handle, work.detector()));
    History history = place.data().history(work.dataset());
    try (History.Past past = history.read(range.end(started), watch::reading).since(range.from())) {
      run(past, started);
    } catch (TooManyRows excess) {
      fail(excess.reason());
    }
  }

  private void run(History.Past past, Instant started) {
    Optional<BacktestSplit> split = BacktestSplit.of(past.intervals().size());
    if (split.isEmpty()) {
      fail(past);
      return;
    }
    run(past, split.get(), started);
  }

  private void fail(History.Past past) {
    fail(
        past.reason()
            .orElse(
                "a backtest needs %d intervals with data at least, the historical path has %d"
                    .formatted(BacktestSplit.FEWEST, past.intervals().size())));
  }

  private void fail(String reason) {
    place
        .database()
        .change(handle -> States.fail(handle, work.detector(), reason, place.clock().instant()));
  }

  private void run(History.Past past, BacktestSplit split, Instant started) {
    History.Intervals intervals = past.intervals();
    int size = intervals.size();
    watch.of(size, place.clock().instant());
    Replay replay = Replay.begin(place, work);
    replay.take(intervals, 0, split.learnt(), (handle, scores) -> watch.learnt());
    place.database().change(handle -> reach(handle, Event.BACK_TEST_LEARNT));
    Instant told = intervals.interval(split.learnt()).start();
    Teller teller = new Teller(replay, started, told);
    replay.take(intervals, split.learnt(), size, teller::tell);
    place.observer().reached(RunStep.AFTER_LEARNING);
    place.database().change(handle -> finish(handle, past, split, started));
    place.announcements().committed();
  }

  private void reach(Handle handle, Event event) {
    States.reach(handle, work.detector(), event, place.clock().instant());
  }

  /** Keeps what a detector would have told. */
  private final class Teller {
    private final Replay replay;
    private final Instant started;
    private final GroupRecorder recorder;

    Teller(Replay replay, Instant started, Instant from) {
      this.replay = replay;
      this.started = started;
      this.recorder =
          new GroupRecorder(
              work.id(), work.measures(), work.dataset().length().duration(), 0, from);
    }

    void tell(Handle handle, IntervalScores scores) {
      Instant now = place.clock().instant();
      watch.learnt();
      Executions.completed(handle, work.id(), scores.start(), started, now);
      List<GroupChange> changes =
          recorder.record(
              handle, scores, replay.numbers(), new Feedback(work.dataset().zone()), now);
      place.announcements().changed(handle, work.id(), changes, now);
    }
  }

  private void finish(Handle handle, History.Past past, BacktestSplit split, Instant started) {
    History.Intervals intervals = past.intervals();
    Interval first = intervals.interval(0);
    Interval lastLearnt = intervals.interval(split.learnt() - 1);
    Interval firstScored = intervals.interval(split.learnt());
    Interval last = intervals.interval(intervals.size() - 1);
    Instant run = firstScored.start();
    QualityBook.write(handle, work.id(), run, past.quality());
    new Incompleteness(place, work).write(handle, past, lastLearnt.start(), started);
    stamp(handle, run, BACKTEST_TRAINING_DATA_START_TIME_STAMP, first.start());
    stamp(handle, run, BACKTEST_TRAINING_DATA_END_TIME_STAMP, lastLearnt.end());
    stamp(handle, run, BACKTEST_INFERENCE_DATA_START_TIME_STAMP, firstScored.start());
    stamp(handle, run, BACKTEST_INFERENCE_DATA_END_TIME_STAMP, last.end());
    new Progress(
            work.id(),
            Progress.Mode.BACKTEST,
            started,
            last.end(),
            intervals.size(),
            0,
            Optional.of(run),
            0)
        .write(handle);
    reach(handle, Event.BACK_TEST_SCORED);
  }

  private void stamp(Handle handle, Instant run, DataQualityMetricType type, Instant time) {
    QualityBook.stamp(handle, work.id(), run, type, time);
  }
}
