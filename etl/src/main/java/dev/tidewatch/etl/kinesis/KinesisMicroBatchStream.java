package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.kinesis.PositionPlanner.Planned;
import dev.tidewatch.etl.kinesis.StreamPosition.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.ReportsSourceMetrics;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans the batches of one query on the driver. Spark calls it from one thread. */
final class KinesisMicroBatchStream
    implements MicroBatchStream, SupportsTriggerAvailableNow, ReportsSourceMetrics {
  private static final Logger log = LoggerFactory.getLogger(KinesisMicroBatchStream.class);
  private static final Duration UNBOUNDED = Duration.ofDays(366);

  private final SourceOptions options;
  private final List<RangeColumn> columns;
  private final StreamCalls calls;
  private final InstantSource clock;
  private final StreamWatch watch;
  private final ParallelShards shards;
  private final AtomicLong peeks = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();
  private @Nullable Instant finalHorizon;

  KinesisMicroBatchStream(
      SourceOptions options, List<RangeColumn> columns, StreamCalls calls, InstantSource clock) {
    this.options = options;
    this.columns = List.copyOf(columns);
    this.calls = calls;
    this.clock = clock;
    this.watch = new StreamWatch(calls, clock, options.describeShardInterval());
    this.shards = new ParallelShards(options.stream().toString());
  }

  @Override
  public Offset initialOffset() {
    return StreamPosition.BEGINNING;
  }

  @Override
  public Offset deserializeOffset(String json) {
    return StreamPosition.parse(json);
  }

  @Override
  public ReadLimit getDefaultReadLimit() {
    return new ArrivalSpan(options.maxSpanPerTrigger());
  }

  /** All that is there now will be read: what arrives at this moment is given time to settle. */
  @Override
  public void prepareForTriggerAvailableNow() {
    finalHorizon = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    PatientCalls.pause(options.lag());
    watch.expire();
  }

  /** In milliseconds, as arrival times are and positions are kept. */
  private Instant horizon() {
    return clock.instant().minus(options.lag()).truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Offset latestOffset() {
    return latestOffset(initialOffset(), getDefaultReadLimit());
  }

  @Override
  public Offset latestOffset(Offset from, ReadLimit limit) {
    StreamPosition start = position(from);
    Instant horizon = finalHorizon == null ? horizon() : finalHorizon;
    StreamWatch.View stream = watch.look();
    checkSameStream(start, stream.identity());
    checkRetention(start, stream.identity());
    Duration span = limit instanceof ArrivalSpan arrivals ? arrivals.span() : UNBOUNDED;
    StreamPosition next = plan(start, stream, horizon, span);
    return isWorthABatch(start, next) ? next : start;
  }

  private StreamPosition plan(
      StreamPosition start, StreamWatch.View stream, Instant horizon, Duration span) {
    ShardDirectory directory = stream.directory();
    PositionPlanner planner =
        new PositionPlanner(
            options.starting(),
            id -> new PagedPeek(calls, id, directory.isClosed(id), peeks),
            shards);
    Planned planned =
        planner.next(
            start,
            stream.identity(),
            directory,
            new EndPlanner(horizon, span, stream.identity().retention()));
    if (!planned.lost().isEmpty()) {
      lose(
          planned.lost().size(),
          "the shards "
              + planned.lost()
              + " are gone from the stream and were not read to the end");
    }
    if (planned.position().shards().values().stream().anyMatch(ShardMark::isFinished)) {
      watch.expire(); // children are there by now
    }
    return planned.position();
  }

  /** An idle stream is worth a batch now and then, and at the end, to tell how far it was seen. */
  private boolean isWorthABatch(StreamPosition start, StreamPosition next) {
    if (!next.hasSameCutsAs(start)) {
      return true;
    }
    Duration since =
        Duration.between(
            start.origin().orElseThrow().horizon(), next.origin().orElseThrow().horizon());
    return finalHorizon == null
        ? since.compareTo(options.idleHeartbeat()) >= 0
        : since.compareTo(Duration.ZERO) > 0;
  }

  private void checkSameStream(StreamPosition start, StreamIdentity stream) {
    Origin origin = start.origin().orElse(null);
    if (origin == null
        || (origin.arn().equals(stream.arn()) && origin.created().equals(stream.created()))) {
      return;
    }
    throw new KinesisSourceException(
        "the checkpoint is of the stream "
            + origin.arn()
            + " made at "
            + origin.created()
            + ", but the stream now is "
            + stream.arn()
            + " made at "
            + stream.created()
            + ": start with a new checkpoint to read the new stream");
  }

  /**
   * A shard that was read to its tip has lost records if it was left for longer than it keeps any.
   */
  private void checkRetention(StreamPosition start, StreamIdentity stream) {
    Instant oldestKept = clock.instant().minus(stream.retention());
    boolean overslept =
        start.origin().filter(origin -> origin.horizon().isBefore(oldestKept)).isPresent()
            && start.shards().values().stream().anyMatch(mark -> mark.at().is(Cut.Kind.AFTER));
    if (overslept) {
      lose(
          1,
          "the checkpoint is of "
              + start.origin().orElseThrow().horizon()
              + " and the stream keeps records for "
              + stream.retention()
              + " only: what came in between may be lost");
    }
  }

  private void lose(int stretches, String what) {
    if (options.failOnDataLoss()) {
      throw new KinesisSourceException(what + "; " + KinesisSourceException.TO_GO_ON);
    }
    gaps.addAndGet(stretches);
    log.warn("{}; going on with what is left", what);
  }

  @Override
  public InputPartition[] planInputPartitions(Offset from, Offset to) {
    StreamPosition start = position(from);
    StreamPosition end = position(to);
    checkSameStream(end, watch.look().identity());
    List<InputPartition> partitions = new ArrayList<>();
    List<ShardStep> steps = new ArrayList<>();
    end.shards()
        .forEach(
            (id, mark) -> {
              Cut begin = begin(start, id, mark);
              if (!begin.equals(mark.at())) {
                partitions.add(new ShardRange(id, begin, mark.at()));
              }
              steps.add(
                  new ShardStep(
                      id, mark.parents(), begin.text(), mark.at().text(), mark.readUpTo()));
            });
    if (options.positions()) {
      String arn = end.origin().orElseThrow().arn();
      // First, so that who needs it need not look for it.
      partitions.add(0, new PositionPartition(new BatchPosition(arn, steps)));
    }
    return partitions.toArray(InputPartition[]::new);
  }

  /** Spark hands positions from its log in a form of its own. */
  private static StreamPosition position(Offset offset) {
    return offset instanceof StreamPosition position
        ? position
        : StreamPosition.parse(offset.json());
  }

  private static Cut begin(StreamPosition start, String shardId, ShardMark mark) {
    ShardMark before = start.shards().get(shardId);
    if (before != null) {
      return before.at();
    }
    return mark.entry()
        .orElseThrow(
            () ->
                new KinesisSourceException(
                    "the checkpoint lacks the batch in which shard "
                        + shardId
                        + " began: restore its offset files"));
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new RangeReaderFactory(
        options.stream(),
        options.shardReader(),
        options.retryFor(),
        options.failOnDataLoss(),
        columns);
  }

  @Override
  public Map<String, String> metrics(Optional<Offset> latestConsumed) {
    return SourceProgress.metrics(
        latestConsumed.map(KinesisMicroBatchStream::position).orElse(StreamPosition.BEGINNING),
        clock.instant(),
        Map.of(
            "peeks", peeks.get(),
            "throttledCalls", calls.throttled(),
            "gaps", gaps.get()));
  }

  /** As a query's progress names its source. */
  @Override
  public String toString() {
    return "kinesis-ranges " + options.stream();
  }

  @Override
  public void commit(Offset end) {
    requireNonNull(end, "end"); // Spark's own log is all that is kept
  }

  @Override
  public void stop() {
    shards.close();
    calls.close();
  }
}
