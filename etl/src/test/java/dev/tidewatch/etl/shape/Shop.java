package dev.tidewatch.etl.shape;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shop of the tests: views and revenue by platform and marketplace. */
final class Shop {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final RecordFormat JSON = new RecordFormat.Json();
  static final RecordFormat CSV =
      new RecordFormat.Csv(
          CsvDialect.RFC_4180,
          List.of("event_time", "platform", "marketplace", "views", "revenue"));
  static final List<Dimension> DIMENSIONS =
      List.of(Dimension.of("platform"), Dimension.of("marketplace"));
  static final List<Measure> MEASURES =
      List.of(
          new Measure("views", "views", Aggregation.SUM, 0),
          new Measure("revenue", "revenue", Aggregation.AVG, 4));

  private Shop() {}

  static MetricSet metricSet(RecordFormat format) {
    return metricSet(format, IntervalLength.PT5M, "UTC", "yyyy-MM-dd HH:mm:ss");
  }

  static MetricSet metricSet(
      RecordFormat format, IntervalLength interval, String zone, String pattern) {
    return metricSet(format, interval, zone, pattern, DIMENSIONS, MEASURES);
  }

  static MetricSet metricSet(
      RecordFormat format,
      IntervalLength interval,
      String zone,
      String pattern,
      List<Dimension> dimensions,
      List<Measure> measures) {
    return new MetricSet(
        "shop",
        new StreamName("orders"),
        format,
        new TimestampColumn(
            "event_time", "event_time", TimestampFormat.of(pattern), ZoneId.of(zone)),
        dimensions,
        measures,
        interval,
        Duration.ofMinutes(1),
        new OutputLocation(
            URI.create("s3://bucket/prefix"), PathTemplate.of("data/{{yyyyMMdd}}/{{HHmm}}/")),
        Optional.empty());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A record as JSON. */
  static String order(
      String time, String platform, String marketplace, String views, String revenue) {
    return "{\"event_time\":\"%s\",\"platform\":\"%s\",\"marketplace\":\"%s\",\"views\":%s,\"revenue\":%s}"
        .formatted(time, platform, marketplace, views, revenue);
  }

  static String order(String time) {
    return order(time, "ios", "uk", "1", "2.5");
  }

  /** Keeps what it is given. */
  static final class Side implements SideSink {
    record Late(Instant intervalStart, StreamRecord record) {}

    record Rejected(RejectReason reason, String detail, StreamRecord record) {}

    final List<Late> late = new ArrayList<>();
    final List<Rejected> rejected = new ArrayList<>();

    @Override
    public void late(Instant intervalStart, StreamRecord record) {
      late.add(new Late(intervalStart, record));
    }

    @Override
    public void rejected(RejectReason reason, String detail, StreamRecord record) {
      rejected.add(new Rejected(reason, detail, record));
    }
  }
}
