package dev.tidewatch.etl.deliver;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.OutputLocation;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.StreamName;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Metric sets to test with. */
public final class MetricSets {
  private MetricSets() {}

  /** Views (sum) and revenue (average) by platform and marketplace, every five minutes in UTC. */
  public static MetricSet shop() {
    return shop("yyyy-MM-dd HH:mm:ss", "UTC", IntervalLength.PT5M);
  }

  public static MetricSet shop(String timestampFormat, String zone, IntervalLength length) {
    return new MetricSet(
        "shop",
        new StreamName("shop"),
        new RecordFormat.Json(),
        new TimestampColumn("ts", "ts", TimestampFormat.of(timestampFormat), ZoneId.of(zone)),
        List.of(Dimension.of("platform"), Dimension.of("marketplace")),
        List.of(Measure.of("views", Aggregation.SUM), Measure.of("revenue", Aggregation.AVG)),
        length,
        Duration.ofMinutes(1),
        new OutputLocation(
            URI.create("s3://bucket/out"), PathTemplate.of(OutputLocation.DEFAULT_LAYOUT)),
        Optional.empty());
  }
}
