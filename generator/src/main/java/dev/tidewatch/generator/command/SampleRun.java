package dev.tidewatch.generator.command;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.sample.AwsSample;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.sink.RecordSink;
import dev.tidewatch.generator.sink.RecordSink.Delivery;
import dev.tidewatch.metricset.StreamName;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes AWS's published sample: to a file byte for byte as it was published, labels included; to a
 * stream as the lines of AWS's streaming sample, which has none.
 */
public final class SampleRun {
  // AWS's files end their lines with carriage return and line feed; the sink adds the latter.
  private static final String HEADER =
      "platform,marketplace,timestamp,views,revenue,views_label,revenue_label\r";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final long seed;
  private final TimeOptions time;
  private final SinkOptions sinks;

  public SampleRun(long seed, TimeOptions time, SinkOptions sinks) {
    this.seed = seed;
    this.time = time;
    this.sinks = sinks;
  }

  /**
   * @throws IllegalArgumentException when an option is given that the sample has no use for
   */
  public void run(StreamName stream, PrintWriter err) {
    refuse(time.backfill, "--backfill");
    refuse(time.rate, "--rate");
    refuse(time.tick, "--tick");
    refuse(time.speed, "--speed");
    refuse(time.total, "--total");
    refuse(time.thenLive ? true : null, "--then-live");
    Instant from = time.from == null ? AwsSample.PUBLISHED_START : time.from;
    Instant until = time.until == null ? AwsSample.PUBLISHED_END : time.until;
    boolean labelled = sinks.kind() != SinkKind.kinesis;
    RecordSink sink = sinks.open(stream, HEADER.getBytes(StandardCharsets.UTF_8));
    RecordBuffer buffer = new RecordBuffer();
    try (sink) {
      new AwsSample(seed)
          .rows(
              from,
              until,
              row ->
                  sink.send(
                      series(row),
                      buffer.clear().put(line(row, labelled).getBytes(StandardCharsets.UTF_8))));
    }
    Delivery delivery = sink.delivery();
    err.println("sent " + delivery.arrived() + " records of AWS's sample");
    err.flush();
  }

  private static TimeSeries series(AwsSample.Row row) {
    String name = "platform=" + row.platform() + ";marketplace=" + row.marketplace();
    return new TimeSeries(0, name, List.of(row.platform(), row.marketplace()));
  }

  private static String line(AwsSample.Row row, boolean labelled) {
    String line =
        String.join(
            ",",
            row.platform(),
            row.marketplace(),
            TIME.format(row.time()),
            Long.toString(row.views()),
            Double.toString(row.revenue()));
    String label = row.anomalous() ? "1" : "0";
    return labelled ? line + "," + label + "," + label + "\r" : line;
  }

  private static void refuse(@Nullable Object value, String option) {
    if (value != null) {
      throw new IllegalArgumentException(
          option + " does not go with --scenario aws-sample; use --from and --until");
    }
  }
}
