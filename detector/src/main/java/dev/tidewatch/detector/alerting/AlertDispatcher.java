package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link Courier} going: when events are due, when it is told of new ones, and after a
 * start with those left from before.
 */
public final class AlertDispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertDispatcher.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Courier courier;
  private final InstantSource clock;
  private final ExecutorService senders;
  private final Thread loop;
  private boolean woken;
  private boolean stopped;

  private AlertDispatcher(Courier courier, InstantSource clock, ExecutorService senders) {
    this.courier = courier;
    this.clock = clock;
    this.senders = senders;
    this.loop = new Thread(this::run, "alerts");
  }

  /** Starts. The target stays open when this is closed. */
  public static AlertDispatcher start(
      Database database,
      ResourceNames names,
      Target target,
      DeliverySettings settings,
      DeliveryCounter counter,
      InstantSource clock,
      RandomGenerator random) {
    ExecutorService senders = Executors.newFixedThreadPool(settings.atOnce());
    Courier courier =
        new Courier(database, names, target, settings, counter, clock, random, senders);
    AlertDispatcher dispatcher =
        new AlertDispatcher(courier, requireNonNull(clock, "clock"), senders);
    dispatcher.loop.start();
    return dispatcher;
  }

  /** There are new events. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  private void run() {
    while (!isStopped()) {
      try {
        int sent = courier.round();
        sleep(sent > 0 ? Duration.ZERO : untilNext());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        LOG.error("alerts are tried again in {}", LONGEST_SLEEP, failure);
        pause();
      }
    }
  }

  private void pause() {
    try {
      sleep(LONGEST_SLEEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is due and was not sent waits for an earlier one, or for its alert's next minute. */
  private Duration untilNext() {
    Instant now = clock.instant();
    Duration until = courier.next().map(next -> Duration.between(now, next)).orElse(LONGEST_SLEEP);
    if (until.compareTo(BUSY) < 0) {
      return BUSY;
    }
    return until.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : until;
  }

  private synchronized void sleep(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (!woken && !stopped) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    woken = false;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Finishes what is under way; what waits is sent after the next start. */
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    try {
      loop.join(PATIENCE.toMillis());
      senders.shutdown();
      if (!senders.awaitTermination(1, TimeUnit.SECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      senders.shutdownNow();
    }
  }
}
