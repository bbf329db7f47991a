package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {
  private static final int ALERTS = 1_000;

  @TempDir Path folder;
  private SqliteDatabase database;
  private Instant now = Facts.START.plusSeconds(600);
  private final List<String> undelivered = new ArrayList<>();
  private int delivered;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    database.change(handle -> Facts.declare(handle, 50, "JSON", "SHORT_TEXT"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void missesNothingWhileAThirdOfTheAttemptsFails() {
    decide(ALERTS / 2, 60, true);
    ForgetfulTarget target = new ForgetfulTarget(1, 0.3);
    run(courier(target));
    Set<String> once = new HashSet<>(target.taken());
    System.out.printf(
        "%d alerts, 30 %% of sends failing: %d missed, %d attempts, %d repeats, all of messages taken unanswered, %d after"
            + " de-duplication by event id, %s of (virtual) time%n",
        ALERTS,
        ALERTS - once.size(),
        target.attempts(),
        target.taken().size() - once.size(),
        once.size(),
        Duration.between(Facts.START.plusSeconds(600), now));
    assertThat(once).hasSize(ALERTS);
    assertThat(target.taken().size() - once.size()).isEqualTo(target.unanswered());
    assertThat(delivered).isEqualTo(ALERTS);
    assertThat(undelivered).isEmpty();
  }

  @Test
  void missesNothingWhenKilledAHundredTimesBetweenSendingAndWritingItDown() {
    decide(ALERTS / 2, 60, true);
    ForgetfulTarget target = new ForgetfulTarget(2, 0.3);
    Random random = new Random(3);
    int kills = 0;
    while (kills < 100) {
      target.crashAfter(1 + random.nextInt(9));
      try {
        run(courier(target));
        break;
      } catch (ForgetfulTarget.Crash death) {
        kills++;
      }
    }
    target.crashAfter(Integer.MAX_VALUE);
    run(courier(target));
    Set<String> once = new HashSet<>(target.taken());
    System.out.printf(
        "%d alerts, 30 %% of sends failing, %d kills: %d missed, %d repeats, all of messages taken unanswered, %d after"
            + " de-duplication by event id%n",
        ALERTS, kills, ALERTS - once.size(), target.taken().size() - once.size(), once.size());
    assertThat(kills).isEqualTo(100);
    assertThat(once).hasSize(ALERTS);
    assertThat(target.taken().size() - once.size()).isEqualTo(target.unanswered());
  }

  @Test
  void letsALaterEventOfAGroupWaitForItsEarlierOne() {
    decide(20, 60, true);
    decide(20, 90, true);
    decide(20, 10, false);
    ForgetfulTarget target = new ForgetfulTarget(4, 0.5);
    run(courier(target));
    List<String> firsts = target.taken().stream().distinct().toList();
    assertThat(firsts).hasSize(120);
    for (int group = 1; group <= 20; group++) {
      String opened = Facts.NAMES.alertEvent("alert-1", FoundGroup.idOf(1, "revenue", group));
      assertThat(firsts)
          .containsSubsequence(opened, opened + "/raised-critical", opened + "/ended");
    }
  }

  @Test
  void givesUpAtOnceWhereOnlyAUserCanHelp() {
    decide(1, 60, true);
    courier(
            (recipient, parcel) -> {
              throw Undeliverable.forGood("NotFound: no topic", new IllegalStateException());
            })
        .round();
    assertThat(history(1).get(0).state()).isEqualTo(EventState.FAILED);
    assertThat(history(1).get(0).error()).isEqualTo("NotFound: no topic");
    assertThat(undelivered).hasSize(2);
  }

  @Test
  void arrivesWithinAMinuteOfTheEndOfALongOutage() {
    decide(50, 60, true);
    Instant recovery = now.plus(Duration.ofHours(6));
    AtomicInteger failed = new AtomicInteger();
    run(
        courier(
            (recipient, parcel) -> {
              if (now.isBefore(recovery)) {
                failed.incrementAndGet();
                throw Undeliverable.forNow("503");
              }
              return "ok";
            }));
    assertThat(delivered).isEqualTo(100);
    Duration late = Duration.between(recovery, now);
    System.out.printf(
        "down for 6 hours, %d attempts failed: the last of 100 arrived %s after recovery%n",
        failed.get(), late);
    assertThat(late).isLessThan(Duration.ofSeconds(60));
    assertThat(failed.get()).isLessThan(10_000);
  }

  @Test
  void arrivesWithinHalfAMinuteWhenOneAloneWaits() {
    for (int outage = 1; outage <= 5; outage++) {
      database.change(handle -> handle.execute("DELETE FROM alert_event"));
      decide(1, 60, true);
      Instant recovery = now.plus(Duration.ofMinutes(outage * 9L));
      run(
          courier(
              (recipient, parcel) -> {
                if (now.isBefore(recovery)) {
                  throw Undeliverable.forNow("503");
                }
                return "ok";
              }));
      assertThat(Duration.between(recovery, now)).isLessThanOrEqualTo(Duration.ofSeconds(32));
    }
  }

  @Test
  void probesWithTheNextOneWhereTheOldestIsRefusedForGood() {
    decide(2, 60, true);
    Instant recovery = now.plus(Duration.ofHours(2));
    run(
        courier(
            (recipient, parcel) -> {
              if (now.isBefore(recovery)) {
                throw Undeliverable.forNow("503");
              }
              if (parcel.eventId().endsWith(FoundGroup.idOf(1, "revenue", 1))) {
                throw Undeliverable.forGood("InvalidParameter", new IllegalStateException());
              }
              return "ok";
            }));
    assertThat(delivered).isEqualTo(2);
    assertThat(Duration.between(recovery, now)).isLessThanOrEqualTo(Duration.ofSeconds(64));
  }

  @Test
  void triesForADayAndThenSaysSo() {
    decide(1, 90, true);
    run(
        courier(
            (recipient, parcel) -> {
              throw Undeliverable.forNow("503");
            },
            new DeliverySettings(
                Duration.ofSeconds(1),
                Duration.ofMinutes(15),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                4,
                60)));
    AlertEvent last = history(1).get(0);
    assertThat(last.state()).isEqualTo(EventState.FAILED);
    assertThat(last.error()).startsWith("given up after PT24H: 503");
    assertThat(last.attempts()).isGreaterThan(90);
  }

  @Test
  void delaysWhatIsTooMuchForAMinuteAndDropsNothing() {
    decide(150, 60, true);
    List<Instant> times = new ArrayList<>();
    run(
        courier(
            (recipient, parcel) -> {
              if (recipient.arn().endsWith("JSON")) {
                times.add(now);
              }
              return "ok";
            }));
    assertThat(times).hasSize(150);
    for (int i = 60; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 60), times.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void sendsATestAtOnceAndRecordsIt() {
    List<Parcel> sent = new ArrayList<>();
    AlertTrial trial =
        new AlertTrial(
            database,
            Facts.NAMES,
            Facts.LINKS,
            (recipient, parcel) -> {
              sent.add(parcel);
              return "receipt";
            },
            () -> now);
    AlertEvent event = trial.send(2).orElseThrow();
    assertThat(event.state()).isEqualTo(EventState.SENT);
    assertThat(sent.get(0).subject()).startsWith("TEST - ");
    assertThat(sent.get(0).body()).startsWith("TEST ");
    assertThat(history(2)).containsExactly(event);
    assertThat(trial.send(99)).isEmpty();
  }

  private void decide(int groups, double severity, boolean open) {
    AlertDesk desk = new AlertDesk(Facts.NAMES, Facts.LINKS, AlertDesk.INTERVALS_WITHOUT_DATA);
    List<GroupChange> changes = new ArrayList<>();
    for (int group = 1; group <= groups; group++) {
      changes.add(Facts.change(group, severity, open));
    }
    database.change(handle -> desk.decide(handle, 1, changes, now));
  }

  private Courier courier(Target target) {
    return courier(target, DeliverySettings.defaults());
  }

  private Courier courier(Target target, DeliverySettings settings) {
    DeliveryCounter counter =
        new DeliveryCounter() {
          @Override
          public void delivered(String alertArn) {
            delivered++;
          }

          @Override
          public void undelivered(String alertArn) {
            undelivered.add(alertArn);
          }
        };
    return new Courier(
        database, Facts.NAMES, target, settings, counter, () -> now, new Random(5), Runnable::run);
  }

  /** Until nothing waits; time jumps to the next attempt. */
  private void run(Courier courier) {
    while (courier.next().isPresent()) {
      Instant next = courier.next().orElseThrow();
      if (next.isAfter(now)) {
        now = next;
      }
      if (attempts(courier) == 0) {
        now = now.plusSeconds(2);
      }
    }
  }

  private static int attempts(Courier courier) {
    try {
      return courier.round();
    } catch (CompletionException death) {
      if (death.getCause() instanceof ForgetfulTarget.Crash crash) {
        throw crash;
      }
      throw death;
    }
  }

  private List<AlertEvent> history(long alert) {
    return database.read(handle -> AlertHistory.of(handle, alert, AlertHistory.NEWEST, 1000));
  }
}
