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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some days of a web shop in a local Kinesis, as the field makes them: records late, doubled, out
 * of order and damaged, arrival times that run backwards, an hour of silence. They happened long
 * ago.
 */
final class FaultyShopStream implements Closeable {
  static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
  private static final long SEED = 20_250_303;
  private static final FaultRates FAULTS = new FaultRates(0.01, 0.005, 0.02, 0.005, 0);
  private static final Duration ARRIVAL_JITTER = Duration.ofSeconds(20);
  private static final Duration SILENCE = Duration.ofHours(1);
  private static final Duration FOREVER = Duration.ofDays(36_500);
  private static final int SHARDS = 2;

  /** When records arrive. */
  enum Arrival {
    /** When they happened: the stream has kept them since. */
    THEN,
    /** Now, all at once, as in a back-fill. */
    NOW
  }

  private final MetricSet metricSet;
  private final Arrival arrival;
  private final SettableClock clock = new SettableClock(START);
  private final KinesisServer server;
  private final LocalStream stream;

  private FaultyShopStream(MetricSet metricSet, Arrival arrival) {
    this.metricSet = metricSet;
    this.arrival = arrival;
    if (arrival == Arrival.NOW) {
      clock.letGo();
    }
    this.server =
        KinesisServer.start(
            KinesisServer.Options.defaults().withClock(clock).withRetention(FOREVER));
    this.stream = LocalStream.create(server.endpoint(), metricSet.stream().value(), SHARDS);
  }

  /** The stream the metric set names, still empty. */
  static FaultyShopStream open(MetricSet metricSet, Arrival arrival) {
    return new FaultyShopStream(metricSet, arrival);
  }

  /**
   * The stream the metric set names, filled; a shard was split in the middle.
   *
   * @param spacing between two records of one series
   */
  static Filled filled(MetricSet metricSet, Duration length, Duration spacing) {
    FaultyShopStream shop = open(metricSet, Arrival.THEN);
    Instant middle = START.plus(length.dividedBy(2));
    StreamTally tally =
        shop.fill(length, spacing, new TreeMap<>(Map.of(middle, shop.stream::splitFirstShard)));
    return new Filled(shop, tally);
  }

  /** A stream and what it holds. */
  record Filled(FaultyShopStream shop, StreamTally tally) {}

  /**
   * Puts the records of a length of time.
   *
   * @param events what happens besides, and before which time's records
   */
  StreamTally fill(Duration length, Duration spacing, SortedMap<Instant, Runnable> events) {
    if (arrival == Arrival.THEN) {
      server.faults().jitterArrivals(ARRIVAL_JITTER);
    }
    Instant silence = START.plus(length.dividedBy(3));
    SeriesCatalog catalog = SeriesCatalog.of(metricSet, DimensionValues.DEFAULT);
    RecordStream records = new RecordStream(metricSet, catalog, AnomalyPlan.NONE, FAULTS, SEED);
    Ticks ticks = Ticks.every(spacing);
    List<Leg> legs =
        List.of(
            new Leg(ticks, Window.whole(START, silence)),
            new Leg(ticks, Window.whole(silence.plus(SILENCE), START.plus(length))));
    StreamTally tally =
        records.send(legs, new Producer(events)).stream()
            .reduce(StreamTally.ZERO, StreamTally::plus);
    stream.flush();
    clock.letGo();
    return tally;
  }

  KinesisServer server() {
    return server;
  }

  LocalStream stream() {
    return stream;
  }

  /** What a process needs to find this Kinesis. */
  Map<String, String> environment() {
    return LocalStream.environment(server);
  }

  @Override
  public void close() {
    stream.close();
    server.close();
  }

  /** Puts records when they happen, by a clock it moves itself. */
  private final class Producer implements RecordConsumer {
    private final SortedMap<Instant, Runnable> events;
    private Instant reached = START;

    Producer(SortedMap<Instant, Runnable> events) {
      this.events = new TreeMap<>(events);
    }

    @Override
    public boolean reach(long epochNanos) {
      Instant next = EpochNanos.toInstant(epochNanos);
      if (next.isAfter(reached)) {
        stream.flush();
        reached = next;
        if (arrival == Arrival.THEN) {
          clock.set(next);
        }
      }
      while (!events.isEmpty() && !events.firstKey().isAfter(reached)) {
        Runnable event = events.remove(events.firstKey());
        if (event != null) {
          event.run();
        }
      }
      return true;
    }

    @Override
    public void take(TimeSeries series, RecordBuffer record) {
      stream.put(series.name(), record.toByteArray());
    }
  }
}
