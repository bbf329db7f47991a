package dev.tidewatch.etl.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final ManualClock clock = new ManualClock(T);
  private final Epochs epochs = new Epochs(store);

  private LeaseTerms terms(String query, Pause pause) {
    return new LeaseTerms(query, "host-" + query, LEASE, clock, pause);
  }

  private Lease take(String query) {
    return Lease.take(store, terms(query, clock));
  }

  @Test
  void theFirstTakesTurnOne() {
    try (Lease lease = take("a")) {
      assertThat(lease.number()).isEqualTo(1);
      assertThatCode(lease::checkStillOurs).doesNotThrowAnyException();
    }
  }

  @Test
  void aReleasedLeaseIsTakenAtOnce() {
    take("a").close();
    try (Lease lease = take("b")) {
      assertThat(lease.number()).isEqualTo(2);
      assertThat(clock.instant()).isEqualTo(T);
    }
  }

  @Test
  void anotherQueryIsRefusedWhileTheHolderIsAlive() {
    try (Lease holder = take("a")) {
      clock.advance(Duration.ofSeconds(14));
      assertThatThrownBy(() -> take("b"))
          .isInstanceOf(DeliveryRefusedException.class)
          .hasMessageContaining("query a on host-a, started 2026-11-20T10:00:00Z, last seen")
          .hasMessageContaining("silent for 15 s");
      assertThatCode(holder::checkStillOurs).doesNotThrowAnyException();
    }
  }

  @Test
  void theSameQueryWaitsForItsEarlierRunToBeGone() {
    Lease crashed = take("a");
    try (Lease lease = take("a")) {
      assertThat(lease.number()).isEqualTo(2);
      assertThat(Duration.between(T, clock.instant())).isEqualTo(LEASE);
      assertThatThrownBy(crashed::checkStillOurs)
          .isInstanceOf(FencedException.class)
          .hasMessageContaining("host-a has taken over writing to memory://test");
    }
  }

  @Test
  void theSameQueryIsRefusedWhenItsEarlierRunIsAlive() {
    try (Lease holder = take("a")) {
      LeaseSign sign = epochs.sign(holder.number()).orElseThrow();
      Pause holderBeats =
          duration -> {
            clock.advance(duration);
            epochs.beat(holder.number(), sign.seenAt(clock.instant()));
          };
      assertThatThrownBy(() -> Lease.take(store, terms("a", holderBeats)))
          .isInstanceOf(DeliveryRefusedException.class)
          .hasMessageContaining("query a on host-a");
    }
  }

  @Test
  void aHolderWhoseClockRunsAheadIsGoneWhenItGivesNoSign() {
    Lease crashed = take("a");
    LeaseSign sign = epochs.sign(1).orElseThrow();
    epochs.beat(1, sign.seenAt(T.plusSeconds(3600)));
    try (Lease lease = take("a")) {
      assertThat(lease.number()).isEqualTo(2);
      assertThat(clock.instant()).isBefore(T.plusSeconds(60));
      assertThatThrownBy(crashed::checkStillOurs).isInstanceOf(FencedException.class);
    }
  }

  @Test
  void oneOfManyThatStartTogetherWins() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Lease>> starts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String query = "q" + i;
        starts.add(() -> take(query));
      }
      int winners = 0;
      for (Future<Lease> start : starters.invokeAll(starts)) {
        try {
          start.get().checkStillOurs();
          winners++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(DeliveryRefusedException.class);
        }
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      starters.shutdownNow();
    }
  }

  @Test
  void forgetsTurnsLongPast() {
    for (int i = 0; i < 50; i++) {
      take("a").close();
    }
    assertThat(store.tree("control/").size()).isBetween(30, 50);
    try (Lease lease = take("a")) {
      assertThat(lease.number()).isEqualTo(51);
    }
  }

  @Test
  void givesSignsOfLifeInTheBackground() {
    LeaseTerms quick =
        new LeaseTerms("a", "host", Duration.ofMillis(60), Clock.systemUTC(), Pause.SLEEP);
    try (Lease lease = Lease.take(store, quick)) {
      Instant first = epochs.sign(lease.number()).orElseThrow().seen();
      await().until(() -> epochs.sign(lease.number()).orElseThrow().seen().isAfter(first));
    }
    assertThat(epochs.sign(1).orElseThrow().released()).isTrue();
  }

  @Test
  void aFencedJobPublishesNothing() {
    Lease paused = take("a");
    BatchDelivery zombie =
        new BatchDelivery(
            new BatchDelivery.Query("a", false),
            MetricSets.shop(),
            DeliveryRules.DEFAULT,
            store,
            paused,
            CommitObserver.NONE);
    zombie.begin(0);
    try (Lease taken = take("a")) {
      assertThat(taken.number()).isEqualTo(2);
      assertThatThrownBy(() -> zombie.deliver(0, List.of(), List.of()))
          .isInstanceOf(FencedException.class);
    }
    assertThat(store.tree("data/", "manifests/", "ledger/", "control/state/")).isEmpty();
  }
}
