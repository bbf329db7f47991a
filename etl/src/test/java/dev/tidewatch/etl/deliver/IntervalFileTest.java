package dev.tidewatch.etl.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.shape.FixedDecimal;
import dev.tidewatch.etl.shape.RecordIdentity;
import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalFileTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
  private static final Interval INTERVAL = new Interval(T, T.plusSeconds(300));

  private static RowKey key(String platform, String marketplace) {
    return RowKey.of(List.of(platform, marketplace));
  }

  private static RowTotals totals(long records, String views, String revenue) {
    return new RowTotals(
        records,
        List.of(
            new MeasureTotal(FixedDecimal.of(new BigDecimal(views)), records),
            new MeasureTotal(FixedDecimal.of(new BigDecimal(revenue)), records)));
  }

  private static String csv(MetricSet metricSet, Map<RowKey, RowTotals> rows) {
    return new String(
        new IntervalFile(metricSet, TooManyRows.FAIL)
            .write(new ClosedInterval(INTERVAL, rows))
            .bytes(),
        UTF_8);
  }

  @Test
  void writesSortedRowsOfPlainNumbers() {
    assertThat(
            csv(
                MetricSets.shop(),
                Map.of(
                    key("web", "us"), totals(3, "120000000", "10"),
                    key("ios", "de, \"at\""), totals(2, "0.00001", "0.5"),
                    key("ios", ""), totals(1, "-0", "-2.50"))))
        .isEqualTo(
            """
            ts,platform,marketplace,views,revenue
            2026-11-20 10:00:00,ios,,0,-2.5
            2026-11-20 10:00:00,ios,"de, ""at\""",0,0.25
            2026-11-20 10:00:00,web,us,120000000,3.3333
            """);
  }

  @Test
  void leavesAMeasureNoRecordHadEmpty() {
    RowTotals none =
        new RowTotals(
            1,
            List.of(
                new MeasureTotal(FixedDecimal.ZERO, 0),
                new MeasureTotal(FixedDecimal.of(new BigDecimal("5")), 1)));
    assertThat(csv(MetricSets.shop(), Map.of(key("a", "b"), none)))
        .endsWith("2026-11-20 10:00:00,a,b,,5\n");
  }

  @Test
  void anEmptyIntervalIsAHeader() {
    assertThat(csv(MetricSets.shop(), Map.of()))
        .isEqualTo("ts,platform,marketplace,views,revenue\n");
  }

  @Test
  void writesTimestampsInTheFormatAndZoneOfTheMetricSet() {
    Map<RowKey, RowTotals> rows = Map.of(key("a", "b"), totals(1, "1", "1"));
    assertThat(csv(MetricSets.shop("UNIX", "UTC", IntervalLength.PT5M), rows))
        .contains("\n" + T.getEpochSecond() + ",a,b");
    assertThat(
            csv(MetricSets.shop("yyyy-MM-dd HH:mm:ss", "Europe/Berlin", IntervalLength.PT5M), rows))
        .contains("\n2026-11-20 11:00:00,a,b");
  }

  @Test
  void aRowThatIsOneRecordHasItsOwnTime() {
    RowKey record =
        RowKey.of(List.of("a", "b"), new RecordIdentity(T.plusSeconds(61), "shard", "49", 0));
    assertThat(csv(MetricSets.shop(), Map.of(record, totals(1, "1", "1"))))
        .contains("2026-11-20 10:01:01,a,b,1,1\n");
  }

  private static Map<RowKey, RowTotals> fiveRows() {
    Map<RowKey, RowTotals> rows = new HashMap<>();
    rows.put(key("a", "1"), totals(5, "5", "5"));
    rows.put(key("b", "1"), totals(1, "1", "3"));
    rows.put(key("c", "1"), totals(9, "9", "9"));
    rows.put(key("d", "1"), totals(1, "1", "1"));
    rows.put(key("other", "other"), totals(7, "7", "5"));
    return rows;
  }

  @Test
  void addsUpTheSmallestRowsWhenThereAreTooMany() {
    IntervalFile.Content content =
        new IntervalFile(MetricSets.shop(), TooManyRows.TOP, 4)
            .write(new ClosedInterval(INTERVAL, fiveRows()));
    assertThat(new String(content.bytes(), UTF_8))
        .isEqualTo(
            """
            ts,platform,marketplace,views,revenue
            2026-11-20 10:00:00,a,1,5,1
            2026-11-20 10:00:00,b,1,1,3
            2026-11-20 10:00:00,c,1,9,1
            2026-11-20 10:00:00,other,other,8,0.75
            """);
    assertThat(content.rows()).isEqualTo(4);
    assertThat(content.records()).isEqualTo(23);
    assertThat(content.folding()).isEqualTo(new Folding(2, 8));
  }

  @Test
  void refusesTooManyRowsWhenToldSo() {
    IntervalFile file = new IntervalFile(MetricSets.shop(), TooManyRows.FAIL, 4);
    ClosedInterval closed = new ClosedInterval(INTERVAL, fiveRows());
    assertThatThrownBy(() -> file.write(closed))
        .isInstanceOf(RowQuotaExceededException.class)
        .hasMessageContaining(
            "The interval of 2026-11-20T10:00:00Z has 5 rows; a detector reads 4");
  }
}
