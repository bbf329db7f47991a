package dev.tidewatch.etl.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.shape.FixedDecimal;
import dev.tidewatch.etl.shape.RecordIdentity;
import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowLimit;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.etl.shape.ShapedRange;
import dev.tidewatch.etl.shape.ShardProgress;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenIntervalsTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
  private static final Watermark RULE = new Watermark(Duration.ofSeconds(30));
  private static final RowLimit LIMIT = new RowLimit(3);
  private static final IntervalCalendar FIVE_MINUTES =
      new IntervalCalendar(IntervalLength.PT5M, ZoneId.of("UTC"));

  private final OpenIntervals initial = OpenIntervals.initial("query");

  private static Instant minute(long minute) {
    return T.plus(Duration.ofMinutes(minute));
  }

  private static RowTotals totals(long records, String sum) {
    return new RowTotals(
        records, List.of(new MeasureTotal(FixedDecimal.of(new BigDecimal(sum)), records)));
  }

  /** One row for the interval, and how far the shard has come with it. */
  private static ReadRange range(String shard, Instant interval, long records, Instant reached) {
    return new ReadRange(
        "from",
        "to",
        new ShapedRange(
            shard,
            records,
            Map.of(interval, Map.of(RowKey.of(List.of("web")), totals(records, "1.5"))),
            Map.of(),
            Map.of(),
            new ShardProgress(reached, reached)),
        List.of());
  }

  private static ShardReach partly(String shard, String... parents) {
    return ShardReach.partly(shard, List.of(parents));
  }

  private static Closing close(OpenIntervals state) {
    return state.close(FIVE_MINUTES, Duration.ofMinutes(1));
  }

  private static List<Instant> starts(Closing closing) {
    return closing.closed().stream().map(closed -> closed.interval().start()).toList();
  }

  @Test
  void addsUpRowsOfSeveralShardsAndBatches() {
    OpenIntervals first =
        initial.merge(
            List.of(range("a", T, 2, minute(1)), range("b", T, 3, minute(1))),
            List.of(partly("a"), partly("b")),
            RULE,
            LIMIT);
    OpenIntervals second =
        first.merge(
            List.of(range("a", T, 5, minute(2))), List.of(partly("a"), partly("b")), RULE, LIMIT);
    RowTotals row = second.rows().get(T).get(RowKey.of(List.of("web")));
    assertThat(row.records()).isEqualTo(10);
    assertThat(row.measures().get(0).sum().toBigDecimal()).isEqualByComparingTo("4.5");
    assertThat(second.totals().read()).isEqualTo(10);
    assertThat(second.id().batchId()).isEqualTo(1);
    assertThat(first.rows().get(T).get(RowKey.of(List.of("web"))).records()).isEqualTo(5);
  }

  @Test
  void closesAnIntervalWhenTheWatermarkIsPastItsEndByTheLateness() {
    OpenIntervals almost =
        initial.merge(
            List.of(range("a", T, 1, minute(6).minusMillis(1))), List.of(partly("a")), RULE, LIMIT);
    assertThat(close(almost).closed()).isEmpty();
    OpenIntervals passed =
        initial.merge(List.of(range("a", T, 1, minute(6))), List.of(partly("a")), RULE, LIMIT);
    Closing closing = close(passed);
    assertThat(starts(closing)).containsExactly(T);
    assertThat(closing.after().endOfLastClosed()).hasValue(minute(5));
    assertThat(closing.after().totals().written()).isEqualTo(1);
    assertThat(closing.after().openRows()).isZero();
  }

  @Test
  void closesGapsAsEmptyIntervalsInOrderOfTime() {
    OpenIntervals state =
        initial.merge(
            List.of(range("a", T, 1, minute(1)), range("b", minute(15), 1, minute(27))),
            List.of(partly("a"), partly("b")),
            RULE,
            LIMIT);
    assertThat(close(state).closed()).isEmpty();
    OpenIntervals later =
        state.merge(
            List.of(range("a", minute(25), 1, minute(30))),
            List.of(partly("a"), partly("b")),
            RULE,
            LIMIT);
    Closing closing = close(later);
    assertThat(starts(closing)).containsExactly(T, minute(5), minute(10), minute(15), minute(20));
    assertThat(closing.closed().get(1).rows()).isEmpty();
    assertThat(closing.after().rows()).containsOnlyKeys(minute(25));
  }

  @Test
  void closesNothingBeforeTheFirstRecord() {
    OpenIntervals state =
        initial.merge(
            List.of(), List.of(ShardReach.toTip("a", List.of(), minute(600))), RULE, LIMIT);
    assertThat(state.latestWatermark()).isEmpty();
    assertThat(close(state).closed()).isEmpty();
    assertThat(close(state).after().endOfLastClosed()).isEmpty();
  }

  @Test
  void leavesOutTheTimeBetweenAReplayedPastAndToday() {
    OpenIntervals past =
        initial.merge(List.of(range("a", T, 1, minute(1))), List.of(partly("a")), RULE, LIMIT);
    Instant today = T.plus(Duration.ofDays(400));
    OpenIntervals caughtUp =
        past.merge(List.of(), List.of(ShardReach.toTip("a", List.of(), today)), RULE, LIMIT);
    Closing closing = close(caughtUp);
    assertThat(starts(closing)).containsExactly(T);
    assertThat(closing.after().latestWatermark()).hasValue(minute(6));
    assertThat(close(closing.after()).closed()).isEmpty();
  }

  @Test
  void goesOnBehindALongGapWhereRecordsComeAgain() {
    Instant later = T.plus(Duration.ofDays(400));
    OpenIntervals state =
        initial.merge(List.of(range("a", T, 1, minute(1))), List.of(partly("a")), RULE, LIMIT);
    OpenIntervals resumed =
        state.merge(
            List.of(range("a", later, 1, later.plusSeconds(1))), List.of(partly("a")), RULE, LIMIT);
    Closing closing = close(resumed);
    assertThat(starts(closing)).containsExactly(T);
    assertThat(closing.after().rows()).containsOnlyKeys(later);
    assertThat(closing.after().endOfLastClosed().orElseThrow()).isBeforeOrEqualTo(later);
  }

  @Test
  void closesEmptyIntervalsOfASilentStream() {
    OpenIntervals state =
        initial.merge(List.of(range("a", T, 1, minute(1))), List.of(partly("a")), RULE, LIMIT);
    OpenIntervals silent =
        state.merge(List.of(), List.of(ShardReach.toTip("a", List.of(), minute(16))), RULE, LIMIT);
    assertThat(starts(close(silent))).containsExactly(T, minute(5), minute(10));
  }

  @Test
  void aNewShardGoesOnFromTheSlowerOfItsParents() {
    OpenIntervals parents =
        initial.merge(
            List.of(range("a", T, 1, minute(4)), range("b", T, 1, minute(2))),
            List.of(partly("a"), partly("b")),
            RULE,
            LIMIT);
    ShardReach child = partly("c", "a", "b");
    assertThat(parents.startOf(child).progress().eventTime()).isEqualTo(minute(2));
    assertThat(parents.startOf(child).progress().arrival()).isEqualTo(minute(4));
    OpenIntervals after = parents.merge(List.of(), List.of(child), RULE, LIMIT);
    assertThat(after.shards()).containsOnlyKeys("c");
    assertThat(after.latestWatermark()).hasValue(minute(2));
  }

  @Test
  void aChildListedWithItsParentDoesNotHoldBackWhatTheParentHasRead() {
    List<ShardReach> both = List.of(partly("a"), partly("c", "a"));
    OpenIntervals first = initial.merge(List.of(range("a", T, 1, minute(1))), both, RULE, LIMIT);
    OpenIntervals second = first.merge(List.of(range("a", T, 1, minute(4))), both, RULE, LIMIT);
    assertThat(second.latestWatermark()).hasValue(minute(4));
  }

  @Test
  void refusesRowsForAnIntervalThatIsClosed() {
    OpenIntervals closed =
        close(
                initial.merge(
                    List.of(range("a", T, 1, minute(6))), List.of(partly("a")), RULE, LIMIT))
            .after();
    assertThatThrownBy(
            () ->
                closed.merge(
                    List.of(range("a", T, 1, minute(7))), List.of(partly("a")), RULE, LIMIT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("are closed");
  }

  @Test
  void refusesARangeInWhichRecordsWentNowhere() {
    ReadRange lossy =
        new ReadRange(
            "from",
            "to",
            new ShapedRange("a", 3, Map.of(), Map.of(T, 1L), Map.of(), ShardProgress.NONE),
            List.of());
    assertThatThrownBy(() -> initial.merge(List.of(lossy), List.of(partly("a")), RULE, LIMIT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 records were read, but 0 are in rows, 1 late and 0 rejected");
  }

  @Test
  void refusesARangeOfAShardThatIsNotActive() {
    assertThatThrownBy(
            () -> initial.merge(List.of(range("a", T, 1, minute(1))), List.of(), RULE, LIMIT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not among the active shards");
  }

  @Test
  void addsUpAsOtherWhatManyShardsBringBeyondTheLimit() {
    List<ShardReach> reaches = List.of(partly("a"), partly("b"));
    ReadRange a = range("a", "m", "n");
    ReadRange b = range("b", "z", "n", "c", "y");
    OpenIntervals state = initial.merge(List.of(a, b), reaches, RULE, LIMIT);
    assertThat(state.rows().get(T))
        .containsOnlyKeys(key("m"), key("n"), key("c"), RowKey.ofOther(1))
        .containsEntry(key("n"), totals(2, "3"))
        .containsEntry(RowKey.ofOther(1), totals(2, "3"));
    assertThat(initial.merge(List.of(b, a), reaches, RULE, LIMIT)).isEqualTo(state);
    OpenIntervals next = state.merge(List.of(range("a", "d", "m")), reaches, RULE, LIMIT);
    assertThat(next.rows().get(T))
        .hasSize(4)
        .containsEntry(key("m"), totals(2, "3"))
        .containsEntry(RowKey.ofOther(1), totals(3, "4.5"));
    assertThat(next.openRecords()).isEqualTo(8);
  }

  @Test
  void addsUpAsOtherTheRecordsThatAreRowsOfTheirOwnBeyondTheLimit() {
    Map<RowKey, RowTotals> records = new LinkedHashMap<>();
    for (long place = 5; place > 0; place--) {
      RecordIdentity record = new RecordIdentity(T.plusSeconds(place), "a", "7", place);
      records.put(RowKey.of(List.of("web"), record), totals(1, "1"));
    }
    OpenIntervals state =
        initial.merge(List.of(range("a", records)), List.of(partly("a")), RULE, LIMIT);
    assertThat(state.rows().get(T)).hasSize(4).containsEntry(RowKey.ofOther(1), totals(2, "2"));
    assertThat(state.rows().get(T).keySet().stream().flatMap(key -> key.identity().stream()))
        .extracting(RecordIdentity::subSequenceNumber)
        .containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  private static RowKey key(String value) {
    return RowKey.of(List.of(value));
  }

  private static ReadRange range(String shard, String... values) {
    Map<RowKey, RowTotals> rows = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> rows.put(key(value), totals(1, "1.5")));
    return range(shard, rows);
  }

  private static ReadRange range(String shard, Map<RowKey, RowTotals> rows) {
    ShapedRange shaped =
        new ShapedRange(
            shard, rows.size(), Map.of(T, rows), Map.of(), Map.of(), ShardProgress.NONE);
    return new ReadRange("from", "to", shaped, List.of());
  }
}
