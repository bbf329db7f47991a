package dev.tidewatch.endtoend;

import dev.tidewatch.generator.anomaly.AnomalyPlan;
import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.fault.FaultRates;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.stream.Leg;
import dev.tidewatch.generator.stream.RecordConsumer;
import dev.tidewatch.generator.stream.RecordStream;
import dev.tidewatch.generator.stream.StreamTally;
import dev.tidewatch.generator.timeline.EpochNanos;
import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;
import dev.tidewatch.localaws.kinesis.KinesisServer;
import dev.tidewatch.metricset.MetricSet;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Some days of a web shop in a local Kinesis, as the field makes them: records late, doubled, out
 * of order and damaged, arrival times that run backwards, an hour of silence, a shard that splits.
 * They arrived when they happened, long ago; the stream has kept them.
 */
final class FaultyShopStream implements Closeable {
  static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
  private static final long SEED = 20_250_303;
  private static final FaultRates FAULTS = new FaultRates(0.01, 0.005, 0.02, 0.005, 0);
  private static final Duration ARRIVAL_JITTER = Duration.ofSeconds(20);
  private static final Duration FOREVER = Duration.ofDays(36_500);
  private static final int SHARDS = 2;

  private final KinesisServer server;
  private final StreamTally tally;

  private FaultyShopStream(KinesisServer server, StreamTally tally) {
    this.server = server;
    this.tally = tally;
  }

  /**
   * Makes the stream of the metric set's name.
   *
   * @param spacing between two records of one series
   */
  static FaultyShopStream fill(MetricSet metricSet, Duration length, Duration spacing) {
    SettableClock clock = new SettableClock(START);
    KinesisServer server =
        KinesisServer.start(
            KinesisServer.Options.defaults().withClock(clock).withRetention(FOREVER));
    server.faults().jitterArrivals(ARRIVAL_JITTER);
    Instant silence = START.plus(length.dividedBy(3));
    SeriesCatalog catalog = SeriesCatalog.of(metricSet, DimensionValues.DEFAULT);
    RecordStream records = new RecordStream(metricSet, catalog, AnomalyPlan.NONE, FAULTS, SEED);
    Ticks ticks = Ticks.every(spacing);
    List<Leg> legs =
        List.of(
            new Leg(ticks, Window.whole(START, silence)),
            new Leg(ticks, Window.whole(silence.plusSeconds(3600), START.plus(length))));
    try (LocalStream stream =
        LocalStream.create(server.endpoint(), metricSet.stream().value(), SHARDS)) {
      Producer producer = new Producer(stream, clock, START.plus(length.dividedBy(2)));
      StreamTally tally =
          records.send(legs, producer).stream().reduce(StreamTally.ZERO, StreamTally::plus);
      stream.flush();
      clock.letGo();
      return new FaultyShopStream(server, tally);
    }
  }

  KinesisServer server() {
    return server;
  }

  StreamTally tally() {
    return tally;
  }

  /** What a process needs to find this Kinesis. */
  Map<String, String> environment() {
    return LocalStream.environment(server);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Puts records when they happen, by a clock it moves itself. */
  private static final class Producer implements RecordConsumer {
    private final LocalStream stream;
    private final SettableClock clock;
    private final Instant splitAt;
    private boolean split;

    Producer(LocalStream stream, SettableClock clock, Instant splitAt) {
      this.stream = stream;
      this.clock = clock;
      this.splitAt = splitAt;
    }

    @Override
    public boolean reach(long epochNanos) {
      Instant now = EpochNanos.toInstant(epochNanos);
      if (now.isAfter(clock.instant())) {
        stream.flush();
        clock.set(now);
      }
      if (!split && !now.isBefore(splitAt)) {
        stream.splitFirstShard();
        split = true;
      }
      return true;
    }

    @Override
    public void take(TimeSeries series, RecordBuffer record) {
      stream.put(series.name(), record.toByteArray());
    }
  }
}
