package dev.tidewatch.generator.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordEncoderTest {
  private static final long TIME = Instant.parse("2021-06-02T22:35:07Z").toEpochMilli();
  private static final RecordFormat.Csv SHOP_CSV =
      (RecordFormat.Csv) Ecommerce.metricSet().format();

  @Test
  void writesCsvColumnsInTheirOrder() {
    assertThat(encoded(Ecommerce.metricSet(), "us", 298, 8_940))
        .isEqualTo("web,us,2021-06-02 22:35:07,298,89.40");
  }

  @Test
  void writesSmallAmountsWithAllTheirDecimals() {
    assertThat(encoded(Ecommerce.metricSet(), "us", 0, 7)).endsWith(",0,0.07");
  }

  @Test
  void leavesColumnsEmptyThatTheMetricSetDoesNotUse() {
    MetricSet metricSet =
        shop(new RecordFormat.Csv(SHOP_CSV.dialect(), List.of("session", "marketplace", "views")));

    assertThat(encoded(metricSet, "us", 298, 8_940)).isEqualTo(",us,298");
  }

  @Test
  void quotesOnlyWhatNeedsIt() {
    assertThat(encoded(Ecommerce.metricSet(), "u\"s,\nx", 1, 1))
        .startsWith("web,\"u\"\"s,\nx\",2021");
  }

  @Test
  void refusesAValueThatNeedsQuotesWhereThereAreNone() {
    MetricSet metricSet =
        shop(
            new RecordFormat.Csv(new CsvDialect('|', Optional.empty(), false), SHOP_CSV.columns()));

    assertThatThrownBy(() -> encoded(metricSet, "a|b", 1, 1))
        .hasMessage("'a|b' needs quotes, but the metric set's CSV has no quote symbol");
  }

  @Test
  void writesNestedJsonInTheTimestampsZone() {
    MetricSet metricSet =
        json(
            new TimestampColumn(
                "time",
                "meta.at",
                TimestampFormat.of("yyyy-MM-dd HH:mm:ss"),
                ZoneId.of("Europe/Berlin")));

    assertThat(encoded(metricSet, "a\"b\\\t", 5, 250))
        .isEqualTo(
            "{\"shop\":{\"platform\":\"web\",\"market\":\"a\\\"b\\\\\\u0009\"},"
                + "\"meta\":{\"at\":\"2021-06-03 00:35:07\"},\"sum\":{\"views\":5,\"revenue\":2.50}}");
  }

  @Test
  void refusesFieldsThatExcludeEachOther() {
    MetricSet metricSet =
        json(
            new TimestampColumn(
                "time", "shop", TimestampFormat.of("yyyy-MM-dd"), ZoneId.of("UTC")));

    assertThatThrownBy(() -> encoded(metricSet, "x", 1, 1))
        .hasMessage("field 'shop' and another one cannot both stand in one JSON object");
  }

  @Test
  void namesColumnsInAHeaderWhenTheDialectHasOne() {
    RecordFormat withHeader = new RecordFormat.Csv(CsvDialect.RFC_4180, List.of("a", "b,c"));

    assertThat(RecordEncoder.header(SHOP_CSV)).isEmpty();
    assertThat(RecordEncoder.header(new RecordFormat.Json())).isEmpty();
    assertThat(utf8(RecordEncoder.header(withHeader))).contains("a,\"b,c\"");
  }

  @Test
  void damageIsNeverARecord() {
    MetricSet metricSet = Ecommerce.metricSet();
    for (double choice : new double[] {0, 0.25, 0.5, 0.75}) {
      RecordBuffer buffer = new RecordBuffer();
      encode(metricSet, "us", 298, 8_940, buffer);
      byte[] whole = buffer.toByteArray();

      Damage.damage(buffer, choice);

      assertThat(buffer.toByteArray()).isNotEqualTo(whole);
      String text = utf8(buffer.toByteArray());
      assertThat(text.split(",").length < 5 || text.contains("\uFFFD")).isTrue();
    }
  }

  private static String encoded(MetricSet metricSet, String marketplace, long views, long cents) {
    RecordBuffer buffer = new RecordBuffer();
    encode(metricSet, marketplace, views, cents, buffer);
    return utf8(buffer.toByteArray());
  }

  private static void encode(
      MetricSet metricSet, String marketplace, long views, long cents, RecordBuffer buffer) {
    DimensionValues values =
        new DimensionValues(
            Map.of("platform", List.of("web"), "marketplace", List.of(marketplace)));
    new RecordEncoder(metricSet, SeriesCatalog.of(metricSet, values), new int[] {0, 2})
        .encode(buffer, 0, TIME, new long[] {views, cents});
  }

  private static MetricSet shop(RecordFormat format) {
    MetricSet shop = Ecommerce.metricSet();
    return with(format, shop.timestamp(), shop.dimensions(), shop.measures());
  }

  private static MetricSet json(TimestampColumn timestamp) {
    return with(
        new RecordFormat.Json(),
        timestamp,
        List.of(
            new Dimension("platform", "shop.platform"),
            new Dimension("marketplace", "shop.market")),
        List.of(
            new Measure("views", "sum.views", Aggregation.SUM, 0),
            new Measure("revenue", "sum.revenue", Aggregation.SUM, 2)));
  }

  private static MetricSet with(
      RecordFormat format,
      TimestampColumn timestamp,
      List<Dimension> dimensions,
      List<Measure> measures) {
    MetricSet shop = Ecommerce.metricSet();
    return new MetricSet(
        shop.name(),
        shop.stream(),
        format,
        timestamp,
        dimensions,
        measures,
        shop.interval(),
        shop.lateness(),
        shop.output(),
        shop.alert());
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
