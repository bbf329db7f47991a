package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.Event;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.detector.store.DiskUnwritable;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * Does for one detector what its state asks for. Everything it needs to know is in the database, so
 * a new loop goes on where an old one was interrupted.
 */
final class DetectorLoop {
  private static final Logger LOG = LoggerFactory.getLogger(DetectorLoop.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final WorkPlace place;
  private final long id;
  private final Deletion deletion;
  private volatile LearningWatch watch = new LearningWatch();
  private @Nullable ContinuousRun continuous;
  private Duration pause = SHORTEST_PAUSE;
  private volatile boolean stopping;

  DetectorLoop(WorkPlace place, long id, Deletion deletion) {
    this.place = place;
    this.id = id;
    this.deletion = deletion;
  }

  /**
   * Does the next piece of work.
   *
   * @return when to do the one after; never, when only a user's call gives it something to do
   */
  synchronized Optional<Instant> step() {
    if (stopping) {
      return Optional.empty();
    }
    Optional<Detector> detector = place.database().read(handle -> Detectors.find(handle, id));
    if (detector.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Instant> next = step(detector.get());
      pause = SHORTEST_PAUSE;
      return next;
    } catch (Stopped stopped) {
      return Optional.empty();
    } catch (Overtaken overtaken) {
      continuous = null;
      return Optional.of(place.clock().instant());
    } catch (TooManySeries excess) {
      return outgrown(detector.get(), excess);
    } catch (SourceUnavailable unavailable) {
      LOG.warn("{} waits for its data: {}", detector.get().name(), unavailable.getMessage());
      watch.waits(String.valueOf(unavailable.getMessage()));
      return Optional.of(afterPause());
    } catch (DiskUnwritable full) {
      continuous = null; // its engine may be ahead of what was committed
      LOG.warn("{} waits for its disk: {}", detector.get().name(), full.getMessage());
      return Optional.of(afterPause());
    } catch (DamagedSnapshot | IllegalArgumentException unusable) {
      return relearn(detector.get(), unusable);
    } catch (RuntimeException failure) {
      return failed(detector.get(), failure);
    }
  }

  private Optional<Instant> step(Detector detector) {
    switch (detector.status()) {
      case ACTIVATING -> new LearningRun(place, work(detector), begin()).run();
      case BACK_TEST_ACTIVATING, BACK_TEST_ACTIVE ->
          new BacktestRun(place, work(detector), begin()).run();
      case LEARNING, ACTIVE -> {
        return Optional.of(continuous(work(detector)));
      }
      case DEACTIVATING -> stop(detector);
      case DELETING -> {
        forgetEngine();
        Forgetting.points(place.database(), id);
        deletion.delete(detector);
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(place.clock().instant());
  }

  private LearningWatch begin() {
    forgetEngine();
    LearningWatch begun = new LearningWatch();
    watch = begun;
    if (stopping) {
      begun.stop();
    }
    return begun;
  }

  private void forgetEngine() {
    continuous = null;
    place.engines().release(id);
  }

  /** The server and its other detectors go on. */
  private Optional<Instant> outgrown(Detector detector, TooManySeries excess) {
    LOG.warn("{} has failed: {}", detector.name(), excess.reason());
    forgetEngine();
    place
        .database()
        .change(
            handle -> States.outgrown(handle, detector, excess.reason(), place.clock().instant()));
    return Optional.of(place.clock().instant());
  }

  private Work work(Detector detector) {
    return place
        .database()
        .read(
            handle ->
                new Work(
                    detector,
                    place.datasets().of(handle, detector),
                    place.datasets().mostMetrics(detector),
                    place.datasets().forest()));
  }

  private Instant continuous(Work work) {
    ContinuousRun run = continuous;
    if (run == null) {
      run = new ContinuousRun(place, work);
      continuous = run;
    }
    return run.step(work);
  }

  private void stop(Detector detector) {
    forgetEngine();
    place
        .database()
        .change(handle -> States.reach(handle, detector, Event.STOPPED, place.clock().instant()));
  }

  /** A model that is not what was written is never used; the detector learns anew. */
  private Optional<Instant> relearn(Detector detector, RuntimeException unusable) {
    if (!runsIntervals(detector)) {
      return failed(detector, unusable);
    }
    LOG.warn("{} learns anew: {}", detector.name(), unusable.getMessage());
    continuous = null;
    place
        .database()
        .change(
            handle ->
                Detectors.setStatus(
                    handle, id, AnomalyDetectorStatus.ACTIVATING, place.clock().instant()));
    return Optional.of(place.clock().instant());
  }

  private Optional<Instant> failed(Detector detector, RuntimeException failure) {
    if (stopping) { // an interrupted wait is no failure of the detector's
      LOG.info("{} is interrupted: {}", detector.name(), failure.toString());
      return Optional.empty();
    }
    LOG.error("{} ({}) cannot go on", detector.name(), detector.status(), failure);
    if (!runsIntervals(detector)) {
      String reason = "an error of the server: " + failure.getMessage();
      place
          .database()
          .change(handle -> States.fail(handle, detector, reason, place.clock().instant()));
    }
    return Optional.of(afterPause());
  }

  private static boolean runsIntervals(Detector detector) {
    return detector.status() == AnomalyDetectorStatus.ACTIVE
        || detector.status() == AnomalyDetectorStatus.LEARNING;
  }

  private Instant afterPause() {
    Instant later = place.clock().instant().plus(pause);
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    return later;
  }

  /** How far learning from history is. */
  LearningWatch watch() {
    return watch;
  }

  /** Has learning end soon; an interval's run is finished. May be called by any thread. */
  void stop() {
    stopping = true;
    watch.stop();
  }

  /** Keeps what makes the next start quick. */
  synchronized void close() {
    if (continuous != null) {
      continuous.close();
    }
  }
}
