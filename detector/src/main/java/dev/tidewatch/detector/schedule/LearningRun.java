package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Event;
import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.TooManyRows;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * Activates a continuous detector: reads the past, learns from it and says where the future begins
 * (contract section 4.3). Can be interrupted and begun again.
 */
final class LearningRun {
  private final WorkPlace place;
  private final Work work;
  private final LearningWatch watch;

  LearningRun(WorkPlace place, Work work, LearningWatch watch) {
    this.place = place;
    this.work = work;
    this.watch = watch;
  }

  void run() {
    Dataset dataset = work.dataset();
    Instant activated = place.clock().instant();
    FreshStart.prepare(place.database(), work.id());
    // What a run would not read yet, is not history yet.
    Instant settled = activated.minus(dataset.offset());
    try (History.Past past = place.data().history(dataset).read(settled, watch::reading)) {
      learn(dataset, activated, settled, past);
    } catch (TooManyRows excess) {
      fail(excess.reason());
    }
    place.announcements().committed();
  }

  private void learn(Dataset dataset, Instant activated, Instant settled, History.Past past) {
    if (past.intervals().size() == 0 && hasHistoricalPath(dataset)) {
      fail(past.reason().orElse("there are no data in the historical path"));
      return;
    }
    Incompleteness incompleteness = new Incompleteness(place, work);
    Replay replay = Replay.begin(place, work);
    int size = past.intervals().size();
    watch.of(size, place.clock().instant());
    replay.take(past.intervals(), 0, size, (handle, scores) -> watch.learnt());
    Interval next = next(dataset.calendar(), settled);
    byte[] snapshot = EngineStore.bytes(replay.engine());
    place.observer().reached(RunStep.AFTER_LEARNING);
    place
        .database()
        .change(
            handle -> {
              new EngineStore(work.id(), work.settings())
                  .keep(handle, snapshot, dataset.calendar().before(next).start());
              QualityBook.write(handle, work.id(), next.start(), past.quality());
              incompleteness.write(
                  handle, past, dataset.calendar().before(next).start(), activated);
              boolean enough = size >= LearningGoal.of(dataset.length());
              new Progress(
                      work.id(),
                      Progress.Mode.CONTINUOUS,
                      activated,
                      next.start(),
                      size,
                      0,
                      enough ? Optional.of(next.start()) : Optional.empty(),
                      Groups.highestNumber(handle, work.id()))
                  .write(handle);
              States.reach(
                  handle, work.detector(), enough ? Event.LEARNT : Event.IMPORTED, activated);
            });
  }

  private void fail(String reason) {
    place
        .database()
        .change(handle -> States.fail(handle, work.detector(), reason, place.clock().instant()));
  }

  private static boolean hasHistoricalPath(Dataset dataset) {
    return dataset.location() instanceof DataLocation.Files files && files.historical().isPresent();
  }

  /** The first interval that had not ended by then. */
  private static Interval next(IntervalCalendar calendar, Instant settled) {
    return calendar.intervalOf(settled);
  }
}
