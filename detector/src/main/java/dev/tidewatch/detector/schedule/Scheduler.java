package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.catalog.Activation;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all detectors going, each when something is to be done for it, several at a time but none
 * twice. After a start it goes on with every detector where it was.
 */
public final class Scheduler implements Activation, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final int PAGE = 100;
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  private final WorkPlace place;
  private final Deletion deletion;
  private final UnaryOperator<Duration> waits;
  private final ScheduledThreadPoolExecutor threads;
  private final Map<Long, Turn> turns = new ConcurrentHashMap<>();

  private Scheduler(
      WorkPlace place, int threads, Deletion deletion, UnaryOperator<Duration> waits) {
    this.place = place;
    this.deletion = deletion;
    this.waits = waits;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ScheduledThreadPoolExecutor(
            threads, work -> new Thread(work, "detector-" + number.incrementAndGet()));
    this.threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.threads.setRemoveOnCancelPolicy(true);
  }

  /**
   * Starts, and goes on with all detectors there are.
   *
   * @param threads how many detectors are worked on at the same time
   * @param deletion takes a detector out of the catalogue
   * @param waits how long to wait until so much time has passed on the place's clock
   */
  public static Scheduler start(
      WorkPlace place, int threads, Deletion deletion, UnaryOperator<Duration> waits) {
    Scheduler scheduler = new Scheduler(place, threads, deletion, waits);
    scheduler.resume();
    return scheduler;
  }

  private void resume() {
    long after = 0;
    List<Detector> page;
    do {
      long last = after;
      page = place.database().read(handle -> Detectors.pageWithTrials(handle, last, PAGE));
      for (Detector detector : page) {
        nudge(detector.id());
        after = detector.id();
      }
    } while (!page.isEmpty());
  }

  /** Looks at a detector now, whatever it was waiting for. */
  public void nudge(long detector) {
    turns.computeIfAbsent(detector, Turn::new).now();
  }

  @Override
  public void activate(long detector) {
    nudge(detector);
  }

  @Override
  public void backTest(long detector) {
    nudge(detector);
  }

  @Override
  public void deactivate(long detector) {
    nudge(detector);
  }

  /** What it learns from history is given up. */
  @Override
  public void delete(long detector) {
    Optional.ofNullable(turns.get(detector)).ifPresent(turn -> turn.loop.watch().stop());
    nudge(detector);
  }

  /** How far a detector's learning from history is, in words; empty when it does not. */
  public Optional<String> learning(long detector) {
    return Optional.ofNullable(turns.get(detector)).map(turn -> turn.loop.watch().sentence());
  }

  /** The same in numbers; empty also while history is read. */
  public Optional<LearningProgress> progress(long detector) {
    return Optional.ofNullable(turns.get(detector)).flatMap(turn -> turn.loop.watch().progress());
  }

  /** Ends after the intervals under way; learning is given up, and begun again when started. */
  @Override
  public void close() {
    threads.shutdown();
    turns.values().forEach(turn -> turn.loop.stop());
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
    turns.values().forEach(turn -> turn.loop.close());
  }

  /** One detector's turn: at most one waits and one is under way. */
  private final class Turn {
    private final long detector;
    private final DetectorLoop loop;
    private @Nullable Future<?> waiting;
    private boolean nudged;

    Turn(long detector) {
      this.detector = detector;
      this.loop = new DetectorLoop(place, detector, deletion);
    }

    synchronized void now() {
      nudged = true;
      after(Duration.ZERO);
    }

    private synchronized void begin() {
      nudged = false;
    }

    private synchronized void after(Duration delay) {
      if (waiting != null) {
        waiting.cancel(false);
      }
      try {
        waiting = threads.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException stopped) {
        LOG.debug("no turn for detector {}: the server stops", detector);
      }
    }

    private void run() {
      begin();
      Optional<Instant> next;
      try {
        next = loop.step();
      } catch (RuntimeException | Error failure) {
        LOG.error("detector {} is tried again in a minute", detector, failure);
        next = Optional.of(place.clock().instant().plus(LONGEST_SLEEP));
      }
      next.ifPresentOrElse(this::sleepUntil, this::gone);
    }

    private synchronized void sleepUntil(Instant time) {
      if (nudged) {
        return; // a turn waits already
      }
      Duration delay = waits.apply(Duration.between(place.clock().instant(), time));
      // A clock that is set must not make a detector oversleep.
      Duration bounded = delay.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : delay;
      after(bounded.isNegative() ? Duration.ZERO : bounded);
    }

    private void gone() {
      boolean exists =
          place.database().read(handle -> Detectors.find(handle, detector)).isPresent();
      if (!exists) {
        turns.remove(detector);
      }
    }
  }
}
