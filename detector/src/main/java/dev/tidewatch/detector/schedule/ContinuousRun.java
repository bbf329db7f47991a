package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.PointChunks;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.intake.Completeness;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.SeriesRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a continuous detector, interval by interval (contract section 4.5): each once, in order,
 * when its end and the dataset's offset are over, or as soon as a manifest says that it is
 * complete; missed ones at once, one after the other. Not for use by several threads at once.
 */
final class ContinuousRun {
  /** How often a manifest is looked for soon after an interval's end, when it should come. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration SOON = Duration.ofMinutes(5);

  /** How often later: an offset may be days. */
  private static final Duration LOOK_LATER = Duration.ofSeconds(5);

  /** After so many intervals a snapshot takes the place of their rows. */
  private static final int SNAPSHOT_EVERY = 64;

  private static final int UNKNOWN = -1;

  private final WorkPlace place;
  private Work work;
  private IntervalSource source;
  private @Nullable LiveEngine live;
  private boolean waiting;

  /** Of the rows in the database since the last snapshot, and of points not folded; asked once. */
  private int logged = UNKNOWN;

  private int unfolded = UNKNOWN;

  ContinuousRun(WorkPlace place, Work work) {
    this.place = place;
    this.work = work;
    this.source = place.data().intervals(work.dataset());
  }

  /**
   * Runs the next interval if it is due.
   *
   * @param today the detector as it is now: users may change its offset while it runs
   * @return when to look again; now, when more may be due
   */
  Instant step(Work today) {
    if (!today.dataset().equals(work.dataset())) {
      source = place.data().intervals(today.dataset());
    }
    work = today;
    Progress progress =
        place.database().read(handle -> Progress.find(handle, work.id())).orElseThrow();
    Interval interval = work.dataset().calendar().intervalOf(progress.next());
    Instant now = place.clock().instant();
    Optional<Instant> later = notYet(interval, now);
    if (later.isPresent()) {
      engine(); // so that the interval, once it is due, does not wait for it
      return later.get();
    }
    try {
      run(progress, interval, now);
    } catch (SourceUnavailable unavailable) {
      noteWaiting(interval, unavailable, now);
      throw unavailable;
    } catch (RuntimeException failure) {
      live = null; // it may be ahead of what was committed
      throw failure;
    }
    place.announcements().committed();
    keepTidy(progress);
    return place.clock().instant();
  }

  /** When to look again, if the interval may not be read yet. */
  private Optional<Instant> notYet(Interval interval, Instant now) {
    Instant due = interval.end().plus(work.dataset().offset());
    if (!now.isBefore(due)) {
      return Optional.empty();
    }
    if (now.isBefore(interval.end())) {
      return Optional.of(interval.end());
    }
    Completeness completeness = source.completeness(interval);
    if (completeness instanceof Completeness.Unknown unknown) {
      boolean soon = now.isBefore(interval.end().plus(SOON));
      Instant look = now.plus(soon ? LOOK : LOOK_LATER);
      return Optional.of(unknown.expected() && look.isBefore(due) ? look : due);
    }
    return Optional.empty();
  }

  private void run(Progress progress, Interval interval, Instant started) {
    String detector = work.detector().name();
    place.counter().started(detector);
    place.observer().reached(RunStep.BEFORE_READ);
    Reading reading = source.read(interval);
    waiting = false;
    place.observer().reached(RunStep.AFTER_READ);
    Optional<IntervalRows> rows = rows(reading, interval);
    if (rows.isPresent()) {
      LiveEngine engine = engine();
      IntervalScores scores = engine.engine().score(rows.get());
      place.observer().reached(RunStep.AFTER_SCORE);
      commit(
          interval,
          started,
          change -> change.scored(progress, engine, rows.get(), scores, reading));
      logged = logged == UNKNOWN ? UNKNOWN : logged + 1;
      unfolded = unfolded == UNKNOWN ? UNKNOWN : unfolded + 1;
      place.counter().succeeded(detector);
    } else {
      commit(
          interval,
          started,
          change -> change.missed(progress, reading.reason().orElse("no data"), reading));
      place.counter().failed(detector);
    }
    place.observer().reached(RunStep.AFTER_COMMIT);
  }

  private Optional<IntervalRows> rows(Reading reading, Interval interval) {
    if (reading instanceof Reading.Rows rows) {
      return Optional.of(rows.rows());
    }
    if (reading instanceof Reading.EmptyByRight) {
      return Optional.of(
          IntervalRows.at(
                  interval.start(), work.dataset().dimensions().size(), work.measures().size())
              .build());
    }
    return Optional.empty();
  }

  private void commit(Interval interval, Instant started, Consumer<IntervalCommit> changes) {
    place
        .database()
        .change(
            handle -> {
              if (!IntervalCommit.stillRuns(handle, work)) {
                throw new Overtaken(work.id());
              }
              changes.accept(new IntervalCommit(place, work, handle, interval, started));
            });
  }

  private LiveEngine engine() {
    LiveEngine known = live;
    if (known == null) {
      SeriesRoom room = place.engines().of(work.id(), true);
      known =
          place
              .database()
              .read(
                  handle ->
                      new LiveEngine(
                          new EngineStore(work.id(), work.settings())
                              .load(handle, room)
                              .orElseGet(() -> new ScoringEngine(work.settings(), room)),
                          SeriesNumbers.of(work.id(), handle)));
      live = known;
    }
    return known;
  }

  private void noteWaiting(Interval interval, SourceUnavailable unavailable, Instant now) {
    if (!waiting) {
      waiting = true;
      String reason = String.valueOf(unavailable.getMessage());
      String shown =
          reason.length() <= Reading.MAX_REASON ? reason : reason.substring(0, Reading.MAX_REASON);
      place
          .database()
          .change(handle -> Executions.waiting(handle, work.id(), interval.start(), shown, now));
    }
  }

  /** What makes restarts and pictures fast; none of it changes an answer. */
  private void keepTidy(Progress progress) {
    if (logged == UNKNOWN) {
      EngineStore store = new EngineStore(work.id(), work.settings());
      logged = place.database().read(store::logged);
    }
    if (logged >= SNAPSHOT_EVERY) {
      snapshot(progress.next());
      logged = UNKNOWN;
    }
    if (unfolded == UNKNOWN) {
      unfolded = place.database().read(handle -> PointChunks.waiting(handle, work.id()));
    }
    if (unfolded >= PointChunks.INTERVALS) {
      Folding.fold(place, work.id());
      unfolded = UNKNOWN;
    }
  }

  /** Keeps the engine as it is, so that a restart is quick. */
  private void snapshot(Instant interval) {
    LiveEngine engine = live;
    if (engine == null) {
      return;
    }
    place.observer().reached(RunStep.BEFORE_SNAPSHOT);
    byte[] bytes = EngineStore.bytes(engine.engine());
    place
        .database()
        .change(
            handle -> new EngineStore(work.id(), work.settings()).keep(handle, bytes, interval));
    place.observer().reached(RunStep.AFTER_SNAPSHOT);
  }

  /** Keeps what makes the next start quick. */
  void close() {
    place
        .database()
        .read(handle -> Progress.find(handle, work.id()))
        .ifPresent(
            progress ->
                snapshot(
                    work.dataset()
                        .calendar()
                        .before(work.dataset().calendar().intervalOf(progress.next()))
                        .start()));
  }
}
