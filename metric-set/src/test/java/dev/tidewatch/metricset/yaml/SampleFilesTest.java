package dev.tidewatch.metricset.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.Alert;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.OutputLocation;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.StartingPosition;
import dev.tidewatch.metricset.StreamName;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
  private static final Path SAMPLES = Path.of("../samples");

  @Test
  void theShopIsReadWhole() {
    assertThat(MetricSetFile.read(SAMPLES.resolve("ecommerce.yaml")))
        .isEqualTo(
            new MetricSet(
                "ecommerce",
                "Views and revenue by platform and marketplace",
                new StreamName("ecommerce-live"),
                new StartingPosition.TrimHorizon(),
                new RecordFormat.Csv(
                    new CsvDialect(',', Optional.of('"'), false),
                    List.of("platform", "marketplace", "event_time", "views", "revenue")),
                new TimestampColumn(
                    "event_time",
                    "event_time",
                    TimestampFormat.of("yyyy-MM-dd HH:mm:ss"),
                    ZoneId.of("UTC")),
                List.of(Dimension.of("platform"), Dimension.of("marketplace")),
                List.of(
                    Measure.of("views", Aggregation.SUM),
                    new Measure("revenue", "revenue", Aggregation.SUM, 2)),
                IntervalLength.PT5M,
                Duration.ofMinutes(2),
                new OutputLocation(
                    URI.create("s3://tidewatch-demo/streaming-csv"),
                    PathTemplate.of(OutputLocation.DEFAULT_LAYOUT)),
                Optional.of(
                    new Alert(
                        70,
                        "anomalies",
                        List.of(new Alert.Subscriber("email", "oncall@example.com"))))));
  }

  @Test
  void theCheckoutIsReadWhole() {
    assertThat(MetricSetFile.read(SAMPLES.resolve("checkout-latency.yaml")))
        .isEqualTo(
            new MetricSet(
                "checkout-latency",
                "Mean time from basket to confirmation",
                new StreamName("checkout-events"),
                new StartingPosition.Latest(),
                new RecordFormat.Json(),
                new TimestampColumn(
                    "placed_at",
                    "order.placed.at",
                    TimestampFormat.of("yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
                    ZoneId.of("Europe/Berlin")),
                List.of(),
                List.of(new Measure("latency_ms", "timing.totalMs", Aggregation.AVG, 1)),
                IntervalLength.PT1H,
                Duration.ofMinutes(10),
                new OutputLocation(
                    URI.create("s3://tidewatch-demo/checkout"),
                    PathTemplate.of("{{yyyyMMdd}}/{{HHmm}}")),
                Optional.empty()));
  }

  @Test
  void whatIsNotWrittenHasADefault() {
    MetricSet metricSet =
        MetricSetFile.read(
            """
            name: least
            stream: {name: s}
            records: {format: CSV, columns: [t, v]}
            timestamp: {column: t, format: UNIX}
            measures: [v]
            interval: 10m
            output: {location: "file:///srv/data/"}
            """,
            "least.yaml");
    assertThat(metricSet)
        .isEqualTo(
            new MetricSet(
                "least",
                new StreamName("s"),
                new RecordFormat.Csv(
                    new CsvDialect(',', Optional.of('"'), false), List.of("t", "v")),
                new TimestampColumn("t", "t", TimestampFormat.of("UNIX"), ZoneId.of("UTC")),
                List.of(),
                List.of(new Measure("v", "v", Aggregation.SUM, 4)),
                IntervalLength.PT10M,
                Duration.ofMinutes(2),
                new OutputLocation(
                    URI.create("file:///srv/data"),
                    PathTemplate.of("data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/")),
                Optional.empty()));
    assertThat(metricSet.startingPosition()).isEqualTo(new StartingPosition.TrimHorizon());
  }

  @Test
  void everyOtherWritingIsUnderstood() {
    MetricSet metricSet =
        MetricSetFile.read(
            """
            name: other
            stream: {name: s, startingPosition: 2026-11-20T10:00:00+01:00}
            records: {format: CSV, columns: [when, where, how_much], delimiter: "\\t", quote: ''}
            timestamp: {column: t, field: when, format: yyyy-MM-DD}
            dimensions: [{name: place, field: where}]
            measures: [{name: v, field: how_much}]
            interval: 1d
            lateness: PT1H30M
            output: {location: s3://bucket, layout: "{{yyyy/MM/dd}}"}
            alert: {topic: t}
            """,
            "other.yaml");
    assertThat(metricSet.startingPosition())
        .isEqualTo(new StartingPosition.At(Instant.parse("2026-11-20T09:00:00Z")))
        .hasToString("2026-11-20T09:00:00Z");
    assertThat(metricSet.format())
        .isEqualTo(
            new RecordFormat.Csv(
                new CsvDialect('\t', Optional.empty(), false),
                List.of("when", "where", "how_much")));
    assertThat(metricSet.dimensions()).containsExactly(new Dimension("place", "where"));
    assertThat(metricSet.lateness()).isEqualTo(Duration.ofMinutes(90));
    assertThat(metricSet.alert()).contains(new Alert(70, "t", List.of()));
  }
}
