package dev.tidewatch.etl.asl;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.job.OpenJob;
import dev.tidewatch.etl.kinesis.BatchPosition;
import dev.tidewatch.etl.kinesis.ShardStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.streaming.Time;
import org.jspecify.annotations.Nullable;

/**
 * Gives each batch of received records to the job's own shaping and writing, then notes how far all
 * is written. After a failure nothing more is written, for the order would be lost. Lives on the
 * driver only.
 */
@SuppressWarnings("serial") // Spark's interface asks for it; it is never sent anywhere
final class BridgeBatch implements VoidFunction2<JavaRDD<ReceivedRecord>, Time> {
  private final OpenJob job;
  private final StreamShards stream;
  private final String streamName;
  private final Duration silentAfter;
  private final Instant started;
  private final Map<String, Instant> seen = new HashMap<>();
  private WrittenPosition written;
  private long nextBatch;
  private boolean failed;

  /**
   * @param silentAfter how long nothing is received of a shard until it is taken to have nothing
   * @param started when receiving began
   */
  BridgeBatch(
      OpenJob job,
      StreamShards stream,
      String streamName,
      WrittenPosition written,
      Duration silentAfter,
      Instant started) {
    this.job = requireNonNull(job, "job");
    this.stream = requireNonNull(stream, "stream");
    this.streamName = requireNonNull(streamName, "streamName");
    this.written = requireNonNull(written, "written");
    this.silentAfter = requireNonNull(silentAfter, "silentAfter");
    this.started = requireNonNull(started, "started");
    this.nextBatch = job.nextBatch();
  }

  @Override
  public void call(JavaRDD<ReceivedRecord> received, Time time) throws InterruptedException {
    if (failed) {
      throw new IllegalStateException("an earlier batch has failed; start again");
    }
    failed = true; // until all is done
    deliver(received, Instant.ofEpochMilli(time.milliseconds()));
    failed = false;
  }

  private void deliver(JavaRDD<ReceivedRecord> received, Instant now) throws InterruptedException {
    List<ReceivedBlock> blocks = received.partitions().stream().map(ReceivedBlock::of).toList();
    SortedMap<String, String> newest = newest(blocks);
    newest.keySet().forEach(shard -> seen.put(shard, now));
    WrittenPosition after = written.and(newest);
    job.run(rows(received, blocks, newest), position(after, newest, now), nextBatch);
    nextBatch++;
    written = after;
    written.save(job.store());
  }

  /** The last record of each shard in the blocks. */
  private static SortedMap<String, String> newest(List<ReceivedBlock> blocks) {
    SortedMap<String, String> newest = new TreeMap<>();
    for (ReceivedBlock block : blocks) {
      block
          .stretches()
          .forEach(
              stretch -> newest.merge(stretch.shardId(), stretch.last(), WrittenPosition::later));
    }
    return newest;
  }

  private JavaRDD<InternalRow> rows(
      JavaRDD<ReceivedRecord> received,
      List<ReceivedBlock> blocks,
      SortedMap<String, String> newest) {
    if (newest.isEmpty()) {
      return JavaSparkContext.fromSparkContext(received.context()).emptyRDD();
    }
    return JavaPairRDD.fromJavaRDD(
            received.mapPartitionsWithIndex(new PlaceRecords(blocks, written.shards()), false))
        .repartitionAndSortWithinPartitions(new ByShard(List.copyOf(newest.keySet())))
        .mapPartitions(new RecordRow());
  }

  private BatchPosition position(
      WrittenPosition after, SortedMap<String, String> newest, Instant now) {
    SortedMap<String, List<String>> shards = stream.list();
    newest.keySet().forEach(shard -> shards.putIfAbsent(shard, List.of()));
    List<ShardStep> steps = new ArrayList<>();
    shards.forEach(
        (shard, parents) ->
            steps.add(
                new ShardStep(
                    shard, parents, written.text(shard), after.text(shard), readUpTo(shard, now))));
    return new BatchPosition(streamName, steps);
  }

  /** Nobody tells when a shard is read to its tip: that nothing comes for long has to do. */
  private @Nullable Instant readUpTo(String shard, Instant now) {
    Instant since = seen.getOrDefault(shard, started);
    return now.isBefore(since.plus(silentAfter)) ? null : now.minus(silentAfter);
  }
}
