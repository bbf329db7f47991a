package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.etl.shape.Shop.Side;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangeShaperTest {
  private static final Instant NOON = Shop.NOON;
  private static final MetricSet JSON = Shop.metricSet(Shop.JSON);

  private final Side side = new Side();

  @Test
  void addsUpByIntervalAndDimensions() {
    RangeShaper shaper = shaper(JSON);
    accept(shaper, Shop.order("2026-11-20 11:59:59", "ios", "uk", "1", "2.5"));
    accept(shaper, Shop.order("2026-11-20 12:00:00", "ios", "uk", "1", "2.5"));
    accept(shaper, Shop.order("2026-11-20 12:00:10", "ios", "uk", "2", "\"0.1\""));
    accept(shaper, Shop.order("2026-11-20 12:00:20", "ios", "us", "3", "null"));
    ShapedRange range = shaper.finish();

    assertThat(range.read()).isEqualTo(4);
    assertThat(range.rows().keySet())
        .containsExactly(
            Instant.parse("2026-11-20T11:55:00Z"), Instant.parse("2026-11-20T12:00:00Z"));
    Map<RowKey, RowTotals> rows = range.rows().get(NOON);
    assertThat(rows)
        .containsOnly(
            Map.entry(RowKey.of(List.of("ios", "uk")), totals(2, "3", 2, "2.6", 2)),
            Map.entry(RowKey.of(List.of("ios", "us")), totals(1, "3", 1, "0", 0)));
  }

  @Test
  void aMissingDimensionIsTheEmptyString() {
    RangeShaper shaper = shaper(JSON);
    accept(shaper, "{\"event_time\":\"2026-11-20 12:00:00\",\"platform\":null,\"views\":1}");
    assertThat(shaper.finish().rows().get(NOON)).containsKey(RowKey.of(List.of("", "")));
  }

  @Test
  void aNumberOrBooleanDimensionCountsAsWritten() {
    RangeShaper shaper = shaper(JSON);
    accept(
        shaper,
        "{\"event_time\":\"2026-11-20 12:00:00\",\"platform\":1.50,\"marketplace\":false,\"views\":1}");
    assertThat(shaper.finish().rows().get(NOON)).containsKey(RowKey.of(List.of("1.50", "false")));
  }

  @Test
  void unescapesWhatIsNeeded() {
    RangeShaper shaper = shaper(JSON);
    accept(shaper, Shop.order("2026-11-20 12:00:00", "caf\\u00e9", "a\\\"b", "1", "1"));
    assertThat(shaper.finish().rows().get(NOON)).containsKey(RowKey.of(List.of("café", "a\"b")));
  }

  @Test
  void readsNestedFields() {
    MetricSet nested =
        Shop.metricSet(
            Shop.JSON,
            IntervalLength.PT5M,
            "UTC",
            "UNIX",
            List.of(new Dimension("country", "user.geo.country")),
            List.of(new Measure("views", "page.views", Aggregation.SUM, 0)));
    RangeShaper shaper = shaper(nested);
    accept(
        shaper,
        "{\"event_time\":"
            + NOON.getEpochSecond()
            + ",\"user\":{\"id\":[1],\"geo\":{\"country\":\"uk\"}},\"page\":{\"views\":7}}");
    accept(
        shaper, "{\"event_time\":" + NOON.toEpochMilli() + ",\"user\":3,\"page\":{\"views\":1}}");
    ShapedRange range = shaper.finish();
    assertThat(range.rows().get(NOON)).containsOnlyKeys(RowKey.of(List.of("uk")));
    assertThat(range.rejected()).isEqualTo(Map.of(RejectReason.WRONG_TYPE, 1L));
    assertThat(side.rejected.get(0).detail())
        .isEqualTo("the dimension user.geo.country is inside something that is no object");
  }

  @Test
  void readsCsvInTheDialectOfTheMetricSet() {
    RecordFormat dialect =
        new RecordFormat.Csv(
            new CsvDialect(';', Optional.of('\''), false),
            List.of("views", "ignored", "platform", "event_time", "revenue", "marketplace"));
    RangeShaper shaper = shaper(Shop.metricSet(dialect));
    accept(shaper, "5;x;'a;''b''';2026-11-20 12:00:00;1,5;");
    accept(shaper, "5;x;'a;''b''';2026-11-20 12:00:00;1.5;");
    ShapedRange range = shaper.finish();
    assertThat(range.rows().get(NOON)).containsOnlyKeys(RowKey.of(List.of("a;'b'", "")));
    assertThat(range.rejected()).isEqualTo(Map.of(RejectReason.WRONG_TYPE, 1L));
  }

  @Test
  void withoutAQuoteSymbolQuotesAreText() {
    RecordFormat dialect =
        new RecordFormat.Csv(
            new CsvDialect('\t', Optional.empty(), false),
            List.of("event_time", "platform", "marketplace", "views", "revenue"));
    RangeShaper shaper = shaper(Shop.metricSet(dialect));
    accept(shaper, "2026-11-20 12:00:00\t\"ios\tuk\"\t1\t1\n2026-11-20 12:00:00\tios\tuk\t1\t1");
    assertThat(shaper.finish().rows().get(NOON))
        .containsOnlyKeys(RowKey.of(List.of("\"ios", "uk\"")), RowKey.of(List.of("ios", "uk")));
  }

  @Test
  void everyLineIsARecord() {
    RangeShaper shaper = shaper(JSON);
    byte[] data =
        Shop.bytes(
            Shop.order("2026-11-20 12:00:00")
                + "\r\nbroken\n\n"
                + Shop.order("2026-11-20 12:00:01")
                + "\n");
    shaper.accept("7", 3, NOON.toEpochMilli(), data);
    ShapedRange range = shaper.finish();

    assertThat(range.read()).isEqualTo(4);
    assertThat(range.rejected())
        .isEqualTo(Map.of(RejectReason.MALFORMED, 1L, RejectReason.EMPTY, 1L));
    StreamRecord broken = side.rejected.get(0).record();
    assertThat(broken.sequenceNumber()).isEqualTo("7");
    assertThat(broken.subSequenceNumber()).isEqualTo(3 + (1L << 32));
    assertThat(new String(broken.data(), StandardCharsets.UTF_8)).isEqualTo("broken");
    assertThat(side.rejected.get(1).record().subSequenceNumber()).isEqualTo(3 + (2L << 32));
  }

  @Test
  void aQuotedLineBreakEndsNoCsvRecord() {
    RangeShaper shaper = shaper(Shop.metricSet(Shop.CSV));
    accept(
        shaper,
        "2026-11-20 12:00:00,\"i\n\"\"os\",uk,1,1\n2026-11-20 12:00:00,an\"droid,uk,1,1\r\n");
    assertThat(shaper.finish().rows().get(NOON))
        .containsOnlyKeys(
            RowKey.of(List.of("i\n\"os", "uk")), RowKey.of(List.of("an\"droid", "uk")));
    assertThat(side.rejected).isEmpty();
  }

  @Test
  void aSingleLineIsHandedOnAsItCame() {
    RangeShaper shaper = shaper(JSON);
    byte[] data = Shop.bytes("broken\r\n");
    shaper.accept("7", 0, NOON.toEpochMilli(), data);
    shaper.finish();
    assertThat(side.rejected.get(0).record()).isEqualTo(new StreamRecord("7", 0, NOON, data));
  }

  @Test
  void isLateOnceTheShardsClockHasPassedTheEndOfItsIntervalAndTheLateness() {
    RangeShaper shaper = shaper(JSON);
    acceptAt(shaper, "12:05:59", "12:06:00");
    acceptAt(shaper, "12:04:59", "12:06:00");
    acceptAt(shaper, "12:06:00", "12:06:00");
    acceptAt(shaper, "12:04:59", "12:06:01");
    ShapedRange range = shaper.finish();

    assertThat(range.late()).isEqualTo(Map.of(NOON, 1L));
    assertThat(side.late).hasSize(1);
    assertThat(side.late.get(0).intervalStart()).isEqualTo(NOON);
    assertThat(range.rows().get(NOON).values()).extracting(RowTotals::records).containsExactly(1L);
  }

  @Test
  void aRecordThatMovesTheClockIsNotLateByItself() {
    RangeShaper shaper = shaper(JSON);
    acceptAt(shaper, "12:00:00", "12:00:00");
    acceptAt(shaper, "12:30:00", "12:30:00");
    assertThat(shaper.finish().late()).isEmpty();
  }

  @Test
  void isLateOnceTheWatermarkOfTheStartHasPassed() {
    ShardStart start =
        new ShardStart("shard", ShardProgress.NONE, Instant.parse("2026-11-20T12:06:00Z"), null);
    RangeShaper shaper = new RangeShaper(JSON, ShapeRules.DEFAULT, start, side);
    acceptAt(shaper, "12:04:59", "12:07:00");
    acceptAt(shaper, "12:05:00", "12:07:00");
    ShapedRange range = shaper.finish();
    assertThat(range.late()).isEqualTo(Map.of(NOON, 1L));
    assertThat(range.rows()).containsOnlyKeys(NOON.plusSeconds(300));
  }

  @Test
  void isLateForAClosedIntervalThoughTheLatenessHasGrownSince() {
    Instant watermark = Instant.parse("2026-11-20T12:05:00Z");
    ShardStart start =
        new ShardStart("shard", ShardProgress.NONE, watermark, NOON.plusSeconds(300));
    RangeShaper shaper = new RangeShaper(JSON, ShapeRules.DEFAULT, start, side);
    acceptAt(shaper, "12:04:59", "12:07:00");
    acceptAt(shaper, "12:05:00", "12:07:00");
    ShapedRange range = shaper.finish();
    assertThat(range.late()).isEqualTo(Map.of(NOON, 1L));
    assertThat(range.rows()).containsOnlyKeys(NOON.plusSeconds(300));
  }

  @Test
  void theClockGoesNoFurtherThanTheArrival() {
    RangeShaper shaper = shaper(JSON);
    acceptAt(shaper, "12:01:30", "12:00:00");
    assertThat(shaper.finish().progress()).isEqualTo(new ShardProgress(NOON, NOON));
  }

  @Test
  void rejectedRecordsDoNotMoveTheClock() {
    RangeShaper shaper = shaper(JSON);
    acceptAt(shaper, "11:58:00", "12:00:00");
    acceptAt(shaper, "12:59:00", "12:01:00");
    accept(shaper, "broken");
    assertThat(shaper.finish().progress())
        .isEqualTo(new ShardProgress(Instant.parse("2026-11-20T11:58:00Z"), NOON));
  }

  @Test
  void nothingReadLeavesTheProgressAsItWas() {
    assertThat(shaper(JSON).finish().progress()).isEqualTo(ShardProgress.NONE);
    ShardProgress progress = new ShardProgress(NOON, NOON.plusSeconds(5));
    ShardStart start = new ShardStart("shard", progress, null, null);
    assertThat(new RangeShaper(JSON, ShapeRules.DEFAULT, start, side).finish().progress())
        .isEqualTo(progress);
  }

  @Test
  void tooFarAheadIsRejectedAndALittleAheadIsNot() {
    RangeShaper shaper = shaper(JSON);
    acceptAt(shaper, "12:02:00", "12:00:00");
    acceptAt(shaper, "12:02:01", "12:00:00");
    ShapedRange range = shaper.finish();
    assertThat(range.rejected()).isEqualTo(Map.of(RejectReason.FUTURE, 1L));
    assertThat(side.rejected.get(0).detail())
        .isEqualTo(
            "event time 2026-11-20T12:02:01Z, arrival 2026-11-20T12:00:00Z: more than PT2M ahead");
  }

  @Test
  void dailyIntervalsFollowTheZoneThroughAClockChange() {
    MetricSet daily =
        Shop.metricSet(Shop.JSON, IntervalLength.P1D, "Europe/Berlin", "yyyy-MM-dd HH:mm:ss");
    RangeShaper shaper = shaper(daily);
    long arrival = Instant.parse("2026-10-25T23:00:00Z").toEpochMilli();
    shaper.accept("1", 0, arrival, Shop.bytes(Shop.order("2026-10-25 00:00:00")));
    shaper.accept("2", 0, arrival, Shop.bytes(Shop.order("2026-10-25 23:59:59")));
    shaper.accept("3", 0, arrival, Shop.bytes(Shop.order("2026-10-26 00:00:00")));
    assertThat(shaper.finish().rows().keySet())
        .containsExactly(
            Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void hourlyIntervalsFollowTheZoneThroughAClockChange() {
    MetricSet hourly =
        Shop.metricSet(Shop.JSON, IntervalLength.PT1H, "Europe/Berlin", "yyyy-MM-dd HH:mm:ss");
    RangeShaper shaper = shaper(hourly);
    long arrival = Instant.parse("2026-03-29T01:30:00Z").toEpochMilli();
    shaper.accept("1", 0, arrival, Shop.bytes(Shop.order("2026-03-29 01:59:59")));
    shaper.accept("2", 0, arrival, Shop.bytes(Shop.order("2026-03-29 03:00:00")));
    assertThat(shaper.finish().rows().keySet())
        .containsExactly(
            Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void withoutAddingUpEveryRecordIsARow() {
    RangeShaper shaper =
        new RangeShaper(
            JSON, ShapeRules.DEFAULT.withAddUp(false), ShardStart.ofNew("shard-1"), side);
    String order = Shop.order("2026-11-20 12:00:30");
    shaper.accept("41", 0, NOON.toEpochMilli(), Shop.bytes(order + "\n" + order));
    Instant eventTime = NOON.plusSeconds(30);
    assertThat(shaper.finish().rows().get(NOON))
        .containsOnly(
            Map.entry(
                RowKey.of(List.of("ios", "uk"), new RecordIdentity(eventTime, "shard-1", "41", 0)),
                totals(1, "1", 1, "2.5", 1)),
            Map.entry(
                RowKey.of(
                    List.of("ios", "uk"), new RecordIdentity(eventTime, "shard-1", "41", 1L << 32)),
                totals(1, "1", 1, "2.5", 1)));
  }

  @Test
  void tooManyRowsNameTheDimensionToLookAt() {
    RangeShaper shaper =
        new RangeShaper(
            JSON, ShapeRules.DEFAULT.withMaxOpenRows(100), ShardStart.ofNew("shard-1"), side);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= 100; i++) {
                accept(shaper, Shop.order("2026-11-20 12:00:00", "ios", "user-" + i, "1", "1"));
              }
            })
        .isInstanceOf(TooManyRowsException.class)
        .hasMessage(
            "the records of one batch in shard-1 make more than 100 rows. The dimension"
                + " 'marketplace' had 101 values in the last 101 rows: leave it out of the metric"
                + " set if it names single things. Or read less at once: begin with a new checkpoint,"
                + " --adopt and a shorter --max-span (a batch once begun keeps its records).");
  }

  @Test
  void holdsTwiceTheRowsOfAnIntervalThatADetectorReads() {
    RangeShaper shaper = shaper(JSON);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 30_000; i++) {
        accept(
            shaper, Shop.order("2026-11-20 12:00:00", "p" + i % 7, "value number " + i, "1", "1"));
      }
    }
    assertThat(shaper.finish().rows().get(NOON))
        .hasSize(30_000)
        .allSatisfy((key, totals) -> assertThat(totals.records()).isEqualTo(2));
  }

  @Test
  void addsUpFurtherRowsOfAnIntervalAsOther() {
    RangeShaper shaper = shaper(JSON);
    accept(shaper, Shop.order("2026-11-20 12:00:00", "other", "other", "1", "1"));
    for (int round = 0; round < 2; round++) {
      for (int i = 1; i < 40_000; i++) {
        accept(shaper, Shop.order("2026-11-20 12:00:00", "ios", "user-" + i, "1", "1"));
      }
    }
    accept(shaper, Shop.order("2026-11-20 11:59:00", "ios", "user-39999", "1", "1"));
    ShapedRange range = shaper.finish();
    assertThat(range.rows().get(NOON))
        .hasSize(30_000)
        .containsEntry(RowKey.ofOther(2), totals(20_001, "20001", 20_001, "20001", 20_001))
        .containsEntry(RowKey.of(List.of("ios", "user-29999")), totals(2, "2", 2, "2", 2));
    assertThat(range.rows().get(NOON.minusSeconds(300)))
        .containsOnlyKeys(RowKey.of(List.of("ios", "user-39999")));
  }

  @Test
  void addsUpFurtherRecordsOfAnIntervalWhenNoneAreAddedUp() {
    RangeShaper shaper =
        new RangeShaper(JSON, ShapeRules.DEFAULT.withAddUp(false), ShardStart.ofNew("shard"), side);
    for (int i = 0; i < 30_005; i++) {
      shaper.accept("1", i, NOON.toEpochMilli(), Shop.bytes(Shop.order("2026-11-20 12:00:00")));
    }
    assertThat(shaper.finish().rows().get(NOON))
        .hasSize(30_001)
        .containsEntry(RowKey.ofOther(2), totals(5, "5", 5, "12.5", 5));
  }

  @Test
  void aFieldThatIsNoColumnIsRefusedAtOnce() {
    RecordFormat columns =
        new RecordFormat.Csv(CsvDialect.RFC_4180, List.of("event_time", "platform", "views"));
    assertThatThrownBy(() -> shaper(Shop.metricSet(columns)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the field 'marketplace' is no column of the CSV records, which have event_time,"
                + " platform, views");
  }

  @Test
  void detailsSayWhatIsWrong() {
    RangeShaper shaper = shaper(JSON);
    accept(shaper, "[1]");
    accept(shaper, "{\"views\":1,\"views\":2}");
    accept(shaper, Shop.order("2026-11-20 12:00:00", "ios", "uk", "\"many\"", "1"));
    accept(shaper, Shop.order("yesterday"));
    accept(shaper, Shop.order("2026-11-20 12:00:00", "ios", "é".repeat(60), "1", "1"));
    accept(shaper, Shop.order("2026-11-20 12:00:00", "ios", "uk", "1e16", "1"));
    assertThat(side.rejected)
        .extracting(Side.Rejected::detail)
        .containsExactly(
            "not a JSON object: '[1]'",
            "the key 'views' occurs twice",
            "the measure views is 'many', which is no number",
            "'yesterday' is no timestamp of the format yyyy-MM-dd HH:mm:ss",
            "the dimension marketplace has 60 characters, more than 40: '" + "é".repeat(50) + "…'",
            "the measure views is '1e16', beyond 10^15 in size");
  }

  @Test
  void isUsedOnce() {
    RangeShaper shaper = shaper(JSON);
    shaper.finish();
    assertThatThrownBy(() -> accept(shaper, "{}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the range of shard is finished");
  }

  @Test
  void whatWasShapedCanBeSent() throws IOException, ClassNotFoundException {
    RangeShaper shaper = shaper(JSON);
    accept(shaper, Shop.order("2026-11-20 12:00:00"));
    accept(shaper, "broken");
    ShapedRange range = shaper.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(range);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(range);
    }
  }

  private RangeShaper shaper(MetricSet metricSet) {
    return new RangeShaper(metricSet, ShapeRules.DEFAULT, ShardStart.ofNew("shard"), side);
  }

  private static void accept(RangeShaper shaper, String record) {
    shaper.accept("1", 0, NOON.toEpochMilli(), Shop.bytes(record));
  }

  private static void acceptAt(RangeShaper shaper, String eventTime, String arrival) {
    shaper.accept(
        "1",
        0,
        Instant.parse("2026-11-20T" + arrival + "Z").toEpochMilli(),
        Shop.bytes(Shop.order("2026-11-20 " + eventTime)));
  }

  private static RowTotals totals(
      long records, String views, long viewsValues, String revenue, long revenueValues) {
    return new RowTotals(
        records,
        List.of(
            new MeasureTotal(FixedDecimal.of(new BigDecimal(views)), viewsValues),
            new MeasureTotal(FixedDecimal.of(new BigDecimal(revenue)), revenueValues)));
  }
}
