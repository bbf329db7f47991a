package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to a place, which one job has at a time. Who takes it over does so under the
 * next number, so that a job that was only paused finds a higher number than its own and ends
 * before it publishes anything more.
 *
 * <p>While another query shows signs of life, its place is refused. The same query's earlier run is
 * waited for: after a crash nobody releases its lease.
 */
public final class Lease implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final Epochs epochs;
  private final LeaseTerms terms;
  private final long number;
  private final LeaseSign writer;
  private final ScheduledExecutorService heart;

  private Lease(Epochs epochs, LeaseTerms terms, long number, LeaseSign writer) {
    this.epochs = epochs;
    this.terms = terms;
    this.number = number;
    this.writer = writer;
    this.heart = Executors.newSingleThreadScheduledExecutor(Lease::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lease-heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Takes the lease of a place, waiting for an earlier run of the same query to be gone, and keeps
   * it until it is closed.
   *
   * @throws DeliveryRefusedException when another job is alive; the message names it
   */
  public static Lease take(ObjectStore store, LeaseTerms terms) {
    requireNonNull(store, "store");
    Epochs epochs = new Epochs(store);
    Instant started = terms.clock().instant();
    LeaseSign writer =
        new LeaseSign(
            terms.queryId(), terms.owner(), UUID.randomUUID().toString(), started, started, false);
    while (true) {
      long newest = epochs.newest();
      Optional<LeaseSign> holder = epochs.sign(newest);
      if (holder.isPresent()) {
        awaitEnd(store.location(), epochs, terms, newest, holder.get());
      }
      if (epochs.take(newest + 1, writer) && epochs.newest() == newest + 1) {
        Lease lease = new Lease(epochs, terms, newest + 1, writer);
        lease.begin();
        return lease;
      }
    }
  }

  /** Who holds the lease of a place and may be alive, at one look that changes nothing. */
  static Optional<LeaseSign> holder(ObjectStore store, LeaseTerms terms) {
    Epochs epochs = new Epochs(store);
    Instant now = terms.clock().instant();
    return epochs.sign(epochs.newest()).filter(sign -> !isGone(sign, now, sign, terms));
  }

  private static void awaitEnd(
      String location, Epochs epochs, LeaseTerms terms, long number, LeaseSign first) {
    Instant begun = terms.clock().instant();
    LeaseSign sign = first;
    while (!isGone(sign, begun, first, terms)) {
      if (!sign.queryId().equals(terms.queryId()) || !sign.seen().equals(first.seen())) {
        throw refused(location, sign, terms);
      }
      terms.pause().pauseUnlessInterrupted(terms.heartbeat());
      sign = epochs.sign(number).orElse(sign);
    }
  }

  /** By the clock both write by; or, should theirs run ahead of ours, by having seen no change. */
  private static boolean isGone(LeaseSign sign, Instant begun, LeaseSign first, LeaseTerms terms) {
    Instant now = terms.clock().instant();
    boolean silentByItsClock = !now.isBefore(sign.seen().plus(terms.duration()));
    boolean silentWhileWatched =
        sign.seen().equals(first.seen()) && !now.isBefore(begun.plus(terms.duration()));
    return sign.released() || silentByItsClock || silentWhileWatched;
  }

  static DeliveryRefusedException refused(String location, LeaseSign holder, LeaseTerms terms) {
    return new DeliveryRefusedException(
        "Another job writes to %s: query %s on %s, started %s, last seen %s. Choose another output; or stop that job, and start this one when it has been silent for %s."
            .formatted(
                location,
                holder.queryId(),
                holder.owner(),
                holder.started(),
                holder.seen(),
                text(terms.duration())));
  }

  private static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  private void begin() {
    epochs.beat(number, writer.seenAt(terms.clock().instant()));
    epochs.prune(number);
    long period = terms.heartbeat().toMillis();
    var unused = heart.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    LOG.info("Took lease {} of {}", number, epochs.store().location());
  }

  /** A sign that cannot be given is no reason to stop: what counts is asked before publishing. */
  private void beat() {
    try {
      epochs.beat(number, writer.seenAt(terms.clock().instant()));
    } catch (RuntimeException e) {
      LOG.warn("Lease {} could give no sign of life: {}", number, e.toString());
    }
  }

  /** The number of this turn of writing, from 1. */
  public long number() {
    return number;
  }

  /**
   * @throws FencedException when another job has taken over
   */
  public void checkStillOurs() {
    long newest = epochs.newest();
    if (newest > number) {
      String who = epochs.sign(newest).map(sign -> sign.owner()).orElse("another job");
      throw new FencedException(
          "%s has taken over writing to %s (lease %d, ours was %d); this job ends."
              .formatted(who, epochs.store().location(), newest, number));
    }
  }

  /** Gives the lease back, so that the next job need not wait. */
  @Override
  public void close() {
    heart.shutdownNow();
    try {
      if (!heart.awaitTermination(5, TimeUnit.SECONDS)) {
        return; // a sign of life that hangs would come after ours
      }
      epochs.beat(number, writer.releasedAt(terms.clock().instant()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Lease {} could not be given back; it runs out by itself: {}", number, e.toString());
    }
  }
}
