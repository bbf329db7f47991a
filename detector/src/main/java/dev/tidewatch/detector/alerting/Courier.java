package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the events that are due, and writes down what became of them. A message is written down as
 * sent after it was taken: a crash between the two has it sent again, under the same event id. A
 * group's later events wait for its earlier ones. While an alert's target fails, its oldest event
 * is tried every half minute; the first that arrives brings the others forward. Not for use by
 * several threads at once.
 */
public final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int ROUND = 64;

  /** Who waits longer than this when something arrives again need not wait on. */
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  private final Database database;
  private final ResourceNames names;
  private final Target target;
  private final DeliverySettings settings;
  private final DeliveryCounter counter;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Executor executor;

  /**
   * @param random spreads attempts; of those many threads may use
   * @param executor on whose threads messages are sent; it bounds how many at the same time
   */
  public Courier(
      Database database,
      ResourceNames names,
      Target target,
      DeliverySettings settings,
      DeliveryCounter counter,
      InstantSource clock,
      RandomGenerator random,
      Executor executor) {
    this.database = requireNonNull(database, "database");
    this.names = requireNonNull(names, "names");
    this.target = requireNonNull(target, "target");
    this.settings = requireNonNull(settings, "settings");
    this.counter = requireNonNull(counter, "counter");
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
    this.executor = requireNonNull(executor, "executor");
  }

  /**
   * Sends what is due, up to a round of 64, and waits for it.
   *
   * @return how many attempts were made
   */
  public int round() {
    Instant now = clock.instant();
    List<AlertEvent> due =
        database.read(handle -> AlertEvents.due(handle, now, settings.mostPerMinute(), ROUND));
    List<CompletableFuture<Void>> underWay = new ArrayList<>();
    for (AlertEvent event : due) {
      underWay.add(CompletableFuture.runAsync(() -> send(event), executor));
    }
    CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    return due.size();
  }

  /** When there is something to send next; empty when nothing waits. */
  public Optional<Instant> next() {
    return database.read(AlertEvents::nextDue);
  }

  private void send(AlertEvent event) {
    Optional<AlertRule> rule =
        database
            .read(handle -> Alerts.find(handle, event.alert()))
            .map(alert -> AlertRule.of(alert, names));
    if (rule.isEmpty()) {
      return; // deleted meanwhile, and the event with it
    }
    try {
      Recipient recipient = rule.get().recipient();
      String receipt = target.deliver(recipient, Parcel.of(event.content(), recipient.format()));
      sent(event, receipt);
    } catch (Undeliverable failure) {
      failed(event, failure);
    } catch (RuntimeException fault) {
      LOG.error("alert event {} is tried again", event.content().eventId(), fault);
      failed(event, Undeliverable.forNow(fault.toString(), fault));
    }
  }

  private void sent(AlertEvent event, String receipt) {
    Instant now = clock.instant();
    database.change(
        handle -> {
          AlertEvents.attempted(
              handle, event.content().eventId(), EventState.SENT, now, now, receipt, null);
          for (long waiting : AlertEvents.dueAfter(handle, event.alert(), now.plus(RECOVERY))) {
            Duration pause = Duration.ofMillis(random.nextLong(RECOVERY.toMillis()));
            AlertEvents.hasten(handle, waiting, now.plus(pause));
          }
        });
    counter.delivered(event.content().alert().arn());
  }

  private void failed(AlertEvent event, Undeliverable failure) {
    Instant now = clock.instant();
    Instant again = now.plus(settings.pause(event.attempts() + 1, random));
    boolean late = again.isAfter(event.created().plus(settings.giveUpAfter()));
    boolean over = failure.permanent() || late;
    String error =
        late && !failure.permanent()
            ? "given up after %s: %s".formatted(settings.giveUpAfter(), failure.getMessage())
            : failure.getMessage();
    EventState state = over ? EventState.FAILED : EventState.PENDING;
    database.change(
        handle -> {
          AlertEvents.attempted(handle, event.content().eventId(), state, again, null, null, error);
          AlertEvents.probe(handle, event.alert(), now.plus(settings.probe()));
        });
    if (over) {
      LOG.warn("alert event {} is not delivered: {}", event.content().eventId(), error);
      counter.undelivered(event.content().alert().arn());
    }
  }
}
