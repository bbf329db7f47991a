package dev.tidewatch.generator.scenario;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.OutputLocation;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.StreamName;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The web shop of {@code samples/ecommerce.yaml}, with the columns of AWS's streaming sample. */
public final class Ecommerce {
  private Ecommerce() {}

  public static MetricSet metricSet() {
    return new MetricSet(
        "ecommerce",
        new StreamName("ecommerce-live"),
        new RecordFormat.Csv(
            new CsvDialect(',', Optional.of('"'), false),
            List.of("platform", "marketplace", "event_time", "views", "revenue")),
        new TimestampColumn(
            "event_time", "event_time", TimestampFormat.of("yyyy-MM-dd HH:mm:ss"), ZoneOffset.UTC),
        List.of(Dimension.of("platform"), Dimension.of("marketplace")),
        List.of(
            Measure.of("views", Aggregation.SUM),
            new Measure("revenue", "revenue", Aggregation.SUM, 2)),
        IntervalLength.PT5M,
        Duration.ofMinutes(2),
        new OutputLocation(
            URI.create("s3://tidewatch-demo/streaming-csv"),
            PathTemplate.of(OutputLocation.DEFAULT_LAYOUT)),
        Optional.empty());
  }
}
