package dev.tidewatch.etl.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.shape.FixedDecimal;
import dev.tidewatch.etl.shape.RecordIdentity;
import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.etl.shape.ShardProgress;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateStoreTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
  private static final String FIFTH = "control/state/0000-000000000005.json.gz";

  private static final RowShape SHAPE = RowShape.of(MetricSets.shop());

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final StateStore states = new StateStore(store);

  private static OpenIntervals state(String query, int generation, long batch) {
    RowKey added = RowKey.of(List.of("wëb", ""));
    RowKey single = RowKey.of(List.of("x", "y"), new RecordIdentity(T.plusMillis(7), "s", "49", 2));
    RowTotals row =
        new RowTotals(
            3,
            List.of(
                new MeasureTotal(FixedDecimal.of(new BigDecimal("-12345678901234567.89")), 2),
                new MeasureTotal(FixedDecimal.ZERO, 0)));
    return new OpenIntervals(
        new StateId(query, generation, batch),
        new Totals(10, 3, 2, 1, 1),
        T,
        null,
        new TreeMap<>(Map.of("s", new ShardProgress(T, null), "t", ShardProgress.NONE)),
        new TreeMap<>(Map.of(T, Map.of(added, row, single, row))));
  }

  @Test
  void readsBackWhatItWrote() {
    OpenIntervals state = state("query", 0, 5);
    byte[] bytes = StateFormat.write(state, SHAPE);
    assertThat(StateFormat.read("key", bytes)).isEqualTo(state);
    assertThat(StateFormat.write(StateFormat.read("key", bytes), SHAPE)).isEqualTo(bytes);
  }

  @Test
  void findsEveryChangedByte() {
    byte[] bytes = StateFormat.write(state("query", 0, 5), SHAPE);
    for (int i = 10; i < bytes.length; i++) { // the first ten are gzip's header
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> StateFormat.read("control/state/x", changed))
          .as("byte %d", i)
          .isInstanceOf(CorruptObjectException.class)
          .hasMessageContaining("control/state/x is damaged");
    }
  }

  @Test
  void findsEveryTruncation() {
    byte[] bytes = StateFormat.write(state("query", 0, 5), SHAPE);
    for (int length = 0; length < bytes.length; length++) {
      byte[] torn = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> StateFormat.read("control/state/x", torn))
          .as("%d bytes", length)
          .isInstanceOf(CorruptObjectException.class);
    }
  }

  @Test
  void keepsTheLastThree() {
    for (int batch = 0; batch <= 9; batch++) {
      states.save(state("query", 0, batch), SHAPE);
    }
    assertThat(store.tree("control/state/").keySet())
        .containsExactly(
            "control/state/0000-000000000007.json.gz",
            "control/state/0000-000000000008.json.gz",
            "control/state/0000-000000000009.json.gz");
    assertThat(states.before("query", 10, false).id().batchId()).isEqualTo(9);
    assertThat(states.before("query", 9, false).id().batchId()).isEqualTo(8);
  }

  @Test
  void beginsWithNothing() {
    assertThat(states.before("query", 0, false)).isEqualTo(OpenIntervals.initial("query"));
  }

  @Test
  void beginsAgainWithNothingWhenTheFirstBatchIsRunAgain() {
    states.save(state("query", 0, 0), SHAPE);
    assertThat(states.before("query", 0, false)).isEqualTo(OpenIntervals.initial("query"));
  }

  @Test
  void refusesANewCheckpointOverAnOldState() {
    states.save(state("old", 0, 512), SHAPE);
    assertThatThrownBy(() -> states.before("new", 0, false))
        .isInstanceOf(DeliveryRefusedException.class)
        .hasMessageContaining(
            "The checkpoint of query new is new, but memory://test already holds batch 512 of query old")
        .hasMessageContaining("--adopt");
  }

  @Test
  void adoptsAnOldStateWithoutItsOpenRows() {
    states.save(state("old", 0, 512), SHAPE);
    OpenIntervals adopted = states.before("new", 0, true);
    assertThat(adopted.id()).isEqualTo(new StateId("new", 1, -1));
    assertThat(adopted.latestWatermark()).hasValue(T);
    assertThat(adopted.openRows()).isZero();
    assertThat(adopted.totals().abandoned()).isEqualTo(1 + 6);
  }

  @Test
  void adoptsTheSameStateWhenTheFirstBatchIsRunAgain() {
    states.save(state("old", 0, 512), SHAPE);
    OpenIntervals adopted = states.before("new", 0, true);
    states.save(state("new", 1, 0), SHAPE);
    assertThat(states.before("new", 0, true)).isEqualTo(adopted);
    assertThat(states.before("new", 0, false)).isEqualTo(adopted);
  }

  @Test
  void adoptsTheSameStateThoughTheFencedWriterKeepsAnotherLater() {
    states.save(state("old", 0, 512), SHAPE);
    OpenIntervals adopted = states.before("new", 0, true);
    states.save(state("old", 0, 513), SHAPE);
    assertThat(states.before("new", 0, true)).isEqualTo(adopted);
    states.save(state("new", 1, 0), SHAPE);
    assertThat(states.before("new", 0, true)).isEqualTo(adopted);
  }

  @Test
  void aThirdQueryAdoptsTheNewestStateWhenTheSecondLeftNone() {
    states.save(state("old", 0, 512), SHAPE);
    states.before("second", 0, true);
    states.save(state("old", 0, 513), SHAPE);
    assertThat(states.before("third", 0, true)).isEqualTo(state("old", 0, 513).adoptedBy("third"));
  }

  @Test
  void forgetsWhatWasAdoptedWithTheGeneration() {
    states.save(state("old", 0, 512), SHAPE);
    states.before("new", 0, true);
    states.save(state("new", 1, 3), SHAPE);
    assertThat(store.tree("control/state/").keySet())
        .containsExactly(
            "control/state/0001-000000000003.json.gz", "control/state/0001-adopted-new.json");
    states.save(state("next", 2, 3), SHAPE);
    assertThat(store.tree("control/state/").keySet())
        .containsExactly("control/state/0002-000000000003.json.gz");
  }

  @Test
  void lookingAdoptsNothing() {
    states.save(state("old", 0, 512), SHAPE);
    var before = store.tree("");
    assertThat(states.look("new", 0, true).id()).isEqualTo(new StateId("old", 0, 512));
    assertThat(store.tree("")).isEqualTo(before);
  }

  @Test
  void refusesACheckpointThatIsOlderThanTheState() {
    states.save(state("query", 0, 9), SHAPE);
    assertThatThrownBy(() -> states.before("query", 7, false))
        .isInstanceOf(DeliveryRefusedException.class)
        .hasMessageContaining("Restore the newest checkpoint");
  }

  @Test
  void refusesACheckpointThatIsAheadOfTheState() {
    states.save(state("query", 0, 3), SHAPE);
    assertThatThrownBy(() -> states.before("query", 9, false))
        .isInstanceOf(DeliveryRefusedException.class)
        .hasMessageContaining("holds no state after batch 8 of query query");
    assertThatThrownBy(() -> new StateStore(new MemoryObjectStore()).before("query", 9, false))
        .isInstanceOf(DeliveryRefusedException.class)
        .hasMessageContaining("holds no state");
  }

  @Test
  void refusesACheckpointOfAnotherOutput() {
    states.save(state("theirs", 0, 3), SHAPE);
    assertThatThrownBy(() -> states.before("ours", 4, true))
        .isInstanceOf(DeliveryRefusedException.class)
        .hasMessageContaining("was last written by batch 3 of query theirs");
  }

  @Test
  void namesTheDamagedObject() {
    states.save(state("query", 0, 5), SHAPE);
    store.put(FIFTH, new byte[0]);
    assertThatThrownBy(() -> states.before("query", 6, false))
        .isInstanceOf(CorruptObjectException.class)
        .hasMessageContaining(FIFTH);
  }

  @Test
  void refusesRowsThatWereMadeByAnotherMetricSet() {
    OpenIntervals state = state("query", 0, 5);
    states.save(state, SHAPE);
    states.checkShape(state, SHAPE);
    RowShape hourly = RowShape.of(MetricSets.shop("UNIX", "UTC", IntervalLength.PT1H));
    assertThatThrownBy(() -> states.checkShape(state, hourly))
        .isInstanceOf(DeliveryRefusedException.class)
        .hasMessageContaining(
            "hold [views, revenue] by [platform, marketplace] every PT5M in UTC; the metric set now says [views, revenue] by [platform, marketplace] every PT1H in UTC")
        .hasMessageContaining("--adopt");
  }

  @Test
  void takesAnyMetricSetWhenNothingIsOpen() {
    OpenIntervals closed = state("query", 0, 5).closed(0, T, T, new TreeMap<>());
    states.save(closed, SHAPE);
    states.checkShape(closed, new RowShape("another"));
  }
}
