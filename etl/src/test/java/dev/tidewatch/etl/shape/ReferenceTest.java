package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.etl.shape.Shop.Side;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way gives what the plain way gives: maps, lists and BigDecimal. */
class ReferenceTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final IntervalCalendar CALENDAR =
      new IntervalCalendar(IntervalLength.PT5M, ZoneOffset.UTC);
  private static final String ALPHABET = "ab ,\"é東😀\n'";

  private record Sale(
      Instant time, String platform, String marketplace, BigDecimal views, BigDecimal revenue) {
    String timeText() {
      return TIME.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    String json() {
      return Shop.order(
          timeText(),
          jsonText(platform),
          jsonText(marketplace),
          views.toString(),
          revenue.toPlainString());
    }

    private static String jsonText(String value) {
      return value.replace("\"", "\\\"").replace("\n", "\\n");
    }

    String csv() {
      return String.join(
          ",",
          timeText(),
          csvText(platform),
          csvText(marketplace),
          views.toString(),
          revenue.toPlainString());
    }

    private static String csvText(String value) {
      return "\"" + value.replace("\"", "\"\"") + "\"";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void addsUpWhatThePlainWayAddsUp(int seed) {
    Random random = new Random(seed);
    List<Sale> sales = sales(random, 20_000);
    Map<Instant, Map<RowKey, RowTotals>> expected = reference(sales);
    List<String> json = sales.stream().map(Sale::json).toList();
    assertThat(shape(Shop.JSON, json)).isEqualTo(expected);
    assertThat(shape(Shop.CSV, sales.stream().map(Sale::csv).toList())).isEqualTo(expected);
    List<String> shuffled = new ArrayList<>(json);
    Collections.shuffle(shuffled, random);
    assertThat(shape(Shop.JSON, shuffled)).isEqualTo(expected);
  }

  /** All within what the lateness allows, so none is late in whatever order. */
  private static List<Sale> sales(Random random, int count) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      values.add(
          random
              .ints(random.nextInt(20), 0, ALPHABET.codePointCount(0, ALPHABET.length()))
              .mapToObj(at -> Character.toString(ALPHABET.codePoints().toArray()[at]))
              .collect(Collectors.joining()));
    }
    List<Sale> sales = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sales.add(
          new Sale(
              Shop.NOON.minusSeconds(random.nextInt(55)),
              values.get(random.nextInt(values.size())),
              values.get(random.nextInt(values.size())),
              BigDecimal.valueOf(random.nextInt(), random.nextInt(6)),
              BigDecimal.valueOf(
                  random.nextLong() >> (14 + random.nextInt(40)), random.nextInt(20))));
    }
    return sales;
  }

  private static Map<Instant, Map<RowKey, RowTotals>> reference(List<Sale> sales) {
    Map<Instant, Map<RowKey, RowTotals>> rows = new HashMap<>();
    for (Sale sale : sales) {
      rows.computeIfAbsent(CALENDAR.intervalOf(sale.time()).start(), start -> new HashMap<>())
          .merge(
              RowKey.of(List.of(sale.platform(), sale.marketplace())),
              new RowTotals(
                  1,
                  List.of(
                      new MeasureTotal(FixedDecimal.of(sale.views()), 1),
                      new MeasureTotal(FixedDecimal.of(sale.revenue()), 1))),
              RowTotals::plus);
    }
    return rows;
  }

  private static Map<Instant, Map<RowKey, RowTotals>> shape(
      RecordFormat format, List<String> records) {
    Side side = new Side();
    RangeShaper shaper =
        new RangeShaper(
            Shop.metricSet(format), ShapeRules.DEFAULT, ShardStart.ofNew("shard"), side);
    records.forEach(record -> shaper.accept("1", 0, Shop.NOON.toEpochMilli(), Shop.bytes(record)));
    ShapedRange range = shaper.finish();
    assertThat(side.rejected).isEmpty();
    assertThat(side.late).isEmpty();
    return range.rows();
  }
}
