package dev.tidewatch.etl.shape.bench;

import dev.tidewatch.etl.shape.RangeShaper;
import dev.tidewatch.etl.shape.RejectReason;
import dev.tidewatch.etl.shape.ShapeRules;
import dev.tidewatch.etl.shape.ShapedRange;
import dev.tidewatch.etl.shape.ShardStart;
import dev.tidewatch.etl.shape.SideSink;
import dev.tidewatch.etl.shape.StreamRecord;
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
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one record costs on one thread, from its bytes to its row: shop orders of some 108 bytes in
 * JSON, 3 platforms and 10 marketplaces, 100,000 orders over 50 minutes. Beside it, the usual way:
 * Jackson streaming, java.time and a HashMap.
 *
 * <p>Run by {@code mvn -q -pl etl -am -Pbenchmark test -DskipTests}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ShapingBenchmark {
  private static final int RECORDS = 100_000;
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** The zone of the timestamps. */
  @Param({"UTC", "Europe/Berlin"})
  public String zone = "UTC";

  private final byte[][] json = new byte[RECORDS][];
  private final byte[][] csv = new byte[RECORDS][];
  private final long[] arrivals = new long[RECORDS];

  /** Makes the orders. */
  @Setup
  public void makeOrders() {
    Random random = new Random(1);
    ZoneOffset offset = ZoneId.of(zone).getRules().getOffset(START);
    for (int i = 0; i < RECORDS; i++) {
      Instant eventTime = START.plusMillis(30L * i);
      String time = TIME.format(LocalDateTime.ofInstant(eventTime, offset));
      String platform = List.of("pc_web", "mobile_web", "mobile_app").get(random.nextInt(3));
      String marketplace =
          List.of("us", "uk", "de", "fr", "it", "es", "jp", "in", "br", "mx")
              .get(random.nextInt(10));
      int views = random.nextInt(1_000);
      String revenue = random.nextInt(1_000) + "." + (10 + random.nextInt(90));
      json[i] =
          ("{\"platform\":\"%s\",\"marketplace\":\"%s\",\"event_time\":\"%s\",\"views\":%d,\"revenue\":%s}"
                  .formatted(platform, marketplace, time, views, revenue))
              .getBytes(StandardCharsets.UTF_8);
      csv[i] =
          String.join(",", platform, marketplace, time, String.valueOf(views), revenue)
              .getBytes(StandardCharsets.UTF_8);
      arrivals[i] = eventTime.toEpochMilli() + 200;
    }
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public ShapedRange json() {
    return shape(new RecordFormat.Json(), json);
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public ShapedRange csv() {
    return shape(
        new RecordFormat.Csv(
            CsvDialect.RFC_4180,
            List.of("platform", "marketplace", "event_time", "views", "revenue")),
        csv);
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public Object jsonByJacksonAndHashMap() throws IOException {
    JacksonAndHashMap peer = new JacksonAndHashMap(ZoneId.of(zone));
    for (byte[] order : json) {
      peer.accept(order);
    }
    return peer.totals();
  }

  private ShapedRange shape(RecordFormat format, byte[][] records) {
    RangeShaper shaper =
        new RangeShaper(
            metricSet(format), ShapeRules.DEFAULT, ShardStart.ofNew("shard"), new Unexpected());
    for (int i = 0; i < RECORDS; i++) {
      shaper.accept("1", 0, arrivals[i], records[i]);
    }
    return shaper.finish();
  }

  private MetricSet metricSet(RecordFormat format) {
    return new MetricSet(
        "shop",
        new StreamName("orders"),
        format,
        new TimestampColumn(
            "event_time", "event_time", TimestampFormat.of("yyyy-MM-dd HH:mm:ss"), ZoneId.of(zone)),
        List.of(Dimension.of("platform"), Dimension.of("marketplace")),
        List.of(Measure.of("views", Aggregation.SUM), Measure.of("revenue", Aggregation.SUM)),
        IntervalLength.PT5M,
        Duration.ofMinutes(1),
        new OutputLocation(
            URI.create("s3://bucket/prefix"), PathTemplate.of(OutputLocation.DEFAULT_LAYOUT)),
        Optional.empty());
  }

  private static final class Unexpected implements SideSink {
    @Override
    public void late(Instant intervalStart, StreamRecord record) {
      throw new IllegalStateException("late: " + record);
    }

    @Override
    public void rejected(RejectReason reason, String detail, StreamRecord record) {
      throw new IllegalStateException(detail);
    }
  }
}
