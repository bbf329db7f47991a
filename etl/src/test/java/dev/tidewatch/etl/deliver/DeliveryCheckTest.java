package dev.tidewatch.etl.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.metricset.MetricSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryCheckTest {
  private static final MetricSet SHOP = MetricSets.shop();

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
  private SortedMap<String, String> before = store.tree("");

  private DeliveryCheck check(String query, boolean adopt) {
    return new DeliveryCheck(store, new BatchDelivery.Query(query, adopt));
  }

  private LeaseTerms terms(String query) {
    return new LeaseTerms(query, "host-" + query, Duration.ofSeconds(15), clock, clock);
  }

  /** Delivers an empty batch, and holds the lease no longer. */
  @BeforeEach
  void deliver() {
    try (Lease lease = Lease.take(store, terms("old"))) {
      var delivery =
          new BatchDelivery(
              new BatchDelivery.Query("old", false),
              SHOP,
              DeliveryRules.DEFAULT,
              store,
              lease,
              CommitObserver.NONE);
      delivery.begin(0);
      delivery.deliver(0, List.of(), List.of());
    }
    before = store.tree("");
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(store.tree("")).isEqualTo(before);
  }

  @Test
  void saysWhereAQueryGoesOn() {
    assertThat(check("old", false).start(SHOP, 1)).startsWith("goes on with batch 1");
    assertThat(check("old", false).start(SHOP, 0)).isEqualTo("begins with its first batch");
  }

  @Test
  void refusesANewQueryOverTheOutputOfAnother() {
    assertThatThrownBy(() -> check("new", false).start(SHOP, 0))
        .isInstanceOf(DeliveryRefusedException.class)
        .hasMessageContaining("already holds batch 0 of query old");
  }

  @Test
  void saysWhatWouldBeAdopted() {
    assertThat(check("new", true).start(SHOP, 0))
        .isEqualTo("adopts what was left after batch 0 of query old, abandoning 0 open records");
  }

  @Test
  void aLeaseGivenBackIsFree() {
    assertThat(check("new", false).lease(terms("new"))).isEqualTo("free");
  }

  @Test
  void refusesWhileAnotherJobIsAlive() {
    try (Lease holder = Lease.take(store, terms("old"))) {
      assertThat(holder.number()).isEqualTo(2);
      before = store.tree("");
      assertThatThrownBy(() -> check("new", false).lease(terms("new")))
          .isInstanceOf(DeliveryRefusedException.class)
          .hasMessageContaining("query old on host-old");
      assertThat(check("old", false).lease(terms("old")))
          .isEqualTo(
              "held by this query on host-old, last seen 2026-11-20T10:00:00Z: the job would wait"
                  + " for its end");
      assertThat(store.tree("")).isEqualTo(before);
    }
    before = store.tree("");
  }

  @Test
  void aSilentHolderIsGone() {
    try (Lease holder = Lease.take(store, terms("old"))) {
      assertThat(holder.number()).isEqualTo(2);
      clock.advance(Duration.ofSeconds(15));
      assertThat(check("new", false).lease(terms("new"))).isEqualTo("free");
    }
    before = store.tree("");
  }
}
