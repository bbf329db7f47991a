package dev.tidewatch.etl.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.deliver.BatchDelivery.Query;
import dev.tidewatch.metricset.MetricSet;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole deliveries of a made-up stream, cut and killed in every way. */
class BatchDeliverySimulationTest {
  private static final MetricSet SHOP = MetricSets.shop();
  private static final String[] PUBLISHED = {"data/", "manifests/"};
  private static final String[] ALL_BUT_LEASES = {
    "data/", "manifests/", "ledger/", "late/", "rejected/", "conflicts/", "control/state/"
  };

  private final ManualClock clock = new ManualClock(SampleStream.START);

  /** The process is gone at this point. */
  private static final class Killed extends RuntimeException {}

  private Lease lease(ObjectStore store) {
    return Lease.take(store, new LeaseTerms("query", "host", Duration.ofSeconds(15), clock, clock));
  }

  private BatchDelivery delivery(ObjectStore store, Lease lease, CommitObserver observer) {
    return new BatchDelivery(
        new Query("query", false),
        SHOP,
        DeliveryRules.DEFAULT.withParallelWrites(1),
        store,
        lease,
        observer);
  }

  private MemoryObjectStore undisturbed(SampleStream stream, List<int[]> cuts) {
    MemoryObjectStore store = new MemoryObjectStore();
    try (Lease lease = lease(store)) {
      BatchDelivery delivery = delivery(store, lease, CommitObserver.NONE);
      for (int batch = 0; batch < cuts.size(); batch++) {
        stream.deliver(delivery, store, cuts, batch);
      }
    }
    return store;
  }

  /** Runs to the end, starting anew from the failed batch after each kill. */
  private MemoryObjectStore killed(
      SampleStream stream, List<int[]> cuts, CommitObserver observer, int expectedKills) {
    MemoryObjectStore store = new MemoryObjectStore();
    int batch = 0;
    int kills = 0;
    while (batch < cuts.size()) {
      try (Lease lease = lease(store)) {
        BatchDelivery delivery = delivery(store, lease, observer);
        while (batch < cuts.size()) {
          stream.deliver(delivery, store, cuts, batch);
          batch++;
        }
      } catch (Killed e) {
        kills++;
      }
    }
    assertThat(kills).isGreaterThanOrEqualTo(expectedKills);
    return store;
  }

  @ParameterizedTest
  @EnumSource(CommitStep.class)
  void aKillAtAStepLeavesTheSameTree(CommitStep step) {
    SampleStream stream = new SampleStream(SHOP, 1, 3, 300);
    List<int[]> cuts = stream.cuts(1, 6);
    SortedMap<String, String> expected = undisturbed(stream, cuts).tree(ALL_BUT_LEASES);
    for (int occurrence = 1; occurrence <= 3; occurrence++) {
      AtomicInteger left = new AtomicInteger(occurrence);
      CommitObserver killer =
          reached -> {
            if (reached == step && left.decrementAndGet() == 0) {
              throw new Killed();
            }
          };
      assertThat(killed(stream, cuts, killer, 1).tree(ALL_BUT_LEASES))
          .as("killed at %s, time %d", step, occurrence)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void killsAtRandomStepsLeaveTheSameTree(long seed) {
    SampleStream stream = new SampleStream(SHOP, seed, 2, 400);
    List<int[]> cuts = stream.cuts(seed, 12);
    Random random = new Random(seed);
    CommitObserver killer =
        reached -> {
          if (random.nextInt(25) == 0) {
            throw new Killed();
          }
        };
    assertThat(killed(stream, cuts, killer, 1).tree(ALL_BUT_LEASES))
        .isEqualTo(undisturbed(stream, cuts).tree(ALL_BUT_LEASES));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void howTheStreamIsCutDoesNotShowInWhatIsPublished(long seed) {
    SampleStream stream = new SampleStream(SHOP, seed, 3, 400);
    SortedMap<String, String> inOne = undisturbed(stream, stream.cuts(0, 1)).tree(PUBLISHED);
    assertThat(inOne).hasSizeGreaterThan(10);
    for (int batches : new int[] {2, 7, 40}) {
      assertThat(undisturbed(stream, stream.cuts(seed + batches, batches)).tree(PUBLISHED))
          .as("cut into %d", batches)
          .isEqualTo(inOne);
    }
  }

  @Test
  void everyRecordIsWrittenLateOrRejected() {
    SampleStream stream = new SampleStream(SHOP, 5, 3, 1000);
    OpenIntervals end =
        new StateStore(undisturbed(stream, stream.cuts(5, 9))).newest().orElseThrow();
    Totals totals = end.totals();
    assertThat(totals.read()).isEqualTo(stream.size());
    assertThat(totals.late()).isPositive();
    assertThat(totals.rejected()).isPositive();
    assertThat(totals.written() + totals.late() + totals.rejected()).isEqualTo(stream.size());
    assertThat(end.openRows()).isZero();
  }

  @Test
  void writesInParallelWhatItWritesOneByOne() {
    SampleStream stream = new SampleStream(SHOP, 6, 2, 2000);
    List<int[]> cuts = stream.cuts(6, 3);
    MemoryObjectStore store = new MemoryObjectStore();
    try (Lease lease = lease(store)) {
      BatchDelivery delivery =
          new BatchDelivery(
              new Query("query", false),
              SHOP,
              DeliveryRules.DEFAULT,
              store,
              lease,
              CommitObserver.NONE);
      for (int batch = 0; batch < cuts.size(); batch++) {
        stream.deliver(delivery, store, cuts, batch);
      }
    }
    assertThat(store.tree(ALL_BUT_LEASES))
        .isEqualTo(undisturbed(stream, cuts).tree(ALL_BUT_LEASES));
  }

  @Test
  void aNewQueryThatAdoptsChangesNothingPublished() {
    SampleStream stream = new SampleStream(SHOP, 7, 2, 600);
    List<int[]> cuts = stream.cuts(7, 6);
    MemoryObjectStore store = new MemoryObjectStore();
    try (Lease lease = lease(store)) {
      BatchDelivery delivery = delivery(store, lease, CommitObserver.NONE);
      for (int batch = 0; batch < 5; batch++) {
        stream.deliver(delivery, store, cuts, batch);
      }
    }
    SortedMap<String, String> before = store.tree(PUBLISHED);
    List<int[]> anew = stream.cuts(8, 5);
    try (Lease lease = lease(store)) {
      BatchDelivery delivery =
          new BatchDelivery(
              new Query("another", true),
              SHOP,
              DeliveryRules.DEFAULT,
              store,
              lease,
              CommitObserver.NONE);
      for (int batch = 0; batch < anew.size(); batch++) {
        stream.deliver(delivery, store, anew, batch);
      }
    }
    assertThat(before).isNotEmpty();
    assertThat(store.tree(PUBLISHED)).containsAllEntriesOf(before);
    assertThat(store.tree("conflicts/")).isEmpty();
    assertThat(store.tree(PUBLISHED))
        .isEqualTo(undisturbed(stream, stream.cuts(0, 1)).tree(PUBLISHED));
  }
}
