package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.deliver.BatchDelivery;
import dev.tidewatch.etl.deliver.BatchSummary;
import dev.tidewatch.etl.deliver.OpenIntervals;
import dev.tidewatch.etl.deliver.ReadRange;
import dev.tidewatch.etl.deliver.ShardReach;
import dev.tidewatch.etl.kinesis.BatchPosition;
import dev.tidewatch.etl.kinesis.ShardStep;
import dev.tidewatch.etl.shape.ShardStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * One micro-batch: executors shape its records, the driver delivers what has closed. Called again
 * with the same number after a crash, it does the same again.
 */
final class IntervalBatch implements VoidFunction2<Dataset<Row>, Long> {
  private final Shaping shaping;
  private final BatchDelivery delivery;
  private final Consumer<BatchSummary> finished;
  private final Lock running;

  /**
   * @param running held while a batch runs
   */
  IntervalBatch(
      Shaping shaping, BatchDelivery delivery, Consumer<BatchSummary> finished, Lock running) {
    this.shaping = shaping;
    this.delivery = delivery;
    this.finished = finished;
    this.running = running;
  }

  @Override
  public void call(Dataset<Row> records, Long batchId) throws InterruptedException {
    RDD<InternalRow> rows = records.queryExecution().toRdd();
    JavaRDD<InternalRow> withoutPosition =
        PartitionPruningRDD.create(rows, new FirstPartition(false)).toJavaRDD();
    running.lockInterruptibly();
    try {
      run(withoutPosition, position(rows), batchId);
    } finally {
      running.unlock();
    }
  }

  /** The same for records whose position is known. */
  void call(JavaRDD<InternalRow> records, BatchPosition position, long batchId)
      throws InterruptedException {
    running.lockInterruptibly();
    try {
      run(records, position, batchId);
    } finally {
      running.unlock();
    }
  }

  private void run(JavaRDD<InternalRow> records, BatchPosition position, long batchId) {
    OpenIntervals before = delivery.begin(batchId);
    List<ShardReach> reaches = position.shards().stream().map(IntervalBatch::reach).toList();
    List<ReadRange> ranges = shape(records, starts(before, reaches), position);
    finished.accept(delivery.deliver(batchId, ranges, reaches));
  }

  /** The first partition holds nothing but the position. */
  private static BatchPosition position(RDD<InternalRow> rows) {
    return PartitionPruningRDD.create(rows, new FirstPartition(true))
        .toJavaRDD()
        .map(row -> row.getBinary(RecordColumns.DATA))
        .collect()
        .stream()
        .findFirst()
        .map(BatchPosition::parse)
        .orElseThrow(() -> new IllegalStateException("the source has sent no position"));
  }

  private List<ReadRange> shape(
      JavaRDD<InternalRow> records, Map<String, ShardStart> starts, BatchPosition position) {
    if (records.getNumPartitions() == 0) {
      return List.of();
    }
    var spark = JavaSparkContext.fromSparkContext(records.context());
    Broadcast<Map<String, ShardStart>> everywhere = spark.broadcast(starts);
    try {
      Map<String, ShardStep> steps = new HashMap<>();
      position.shards().forEach(step -> steps.put(step.shardId(), step));
      return records.mapPartitions(new ShapePartition(shaping, everywhere)).collect().stream()
          .map(range -> range.between(step(steps, range.shaped().shardId())))
          .toList();
    } finally {
      everywhere.destroy();
    }
  }

  private static ShardStep step(Map<String, ShardStep> steps, String shardId) {
    return requireNonNull(steps.get(shardId), () -> shardId + " was read but not planned");
  }

  private static Map<String, ShardStart> starts(OpenIntervals before, List<ShardReach> reaches) {
    Map<String, ShardStart> starts = new HashMap<>();
    reaches.forEach(reach -> starts.put(reach.shardId(), before.startOf(reach)));
    return starts;
  }

  private static ShardReach reach(ShardStep step) {
    return new ShardReach(step.shardId(), step.parents(), step.tip().orElse(null));
  }
}
