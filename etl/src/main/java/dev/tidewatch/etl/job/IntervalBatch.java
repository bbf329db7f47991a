package dev.tidewatch.etl.job;

import dev.tidewatch.etl.deliver.BatchDelivery;
import dev.tidewatch.etl.deliver.BatchSummary;
import dev.tidewatch.etl.shape.ShapeRules;
import dev.tidewatch.etl.shape.ShapedRange;
import dev.tidewatch.metricset.MetricSet;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * One micro-batch: executors shape its records, the driver delivers what has closed. Called again with the same number
 * after a crash, it does the same again.
 */
final class IntervalBatch implements VoidFunction2<Dataset<Row>, Long> {
  private final MetricSet metricSet;
  private final ShapeRules rules;
  private final BatchDelivery delivery;
  private final Consumer<BatchSummary> finished;

  IntervalBatch(
      MetricSet metricSet,
      ShapeRules rules,
      BatchDelivery delivery,
      Consumer<BatchSummary> finished) {
    this.metricSet = metricSet;
    this.rules = rules;
    this.delivery = delivery;
    this.finished = finished;
  }

  @Override
  public void call(Dataset<Row> records, Long batchId) {
    BatchStart start = start(batchId);
    List<ShapedPartition> shaped = shape(records, start);
    List<ShapedRange> ranges =
        shaped.stream().flatMap(partition -> partition.ranges().stream()).toList();
    String position =
        shaped.stream()
            .flatMap(partition -> partition.batchPosition().stream())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the batch has no position row"));
    finished.accept(delivery.deliver(batchId, ranges, position));
  }

  private List<ShapedPartition> shape(Dataset<Row> records, BatchStart start) {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(records.sparkSession().sparkContext());
    Broadcast<BatchStart> everywhere = spark.broadcast(start);
    try {
      JavaRDD<InternalRow> rows = records.queryExecution().toRdd().toJavaRDD();
      return rows.mapPartitions(new ShapePartition(metricSet, rules, everywhere)).collect();
    } finally {
      everywhere.destroy();
    }
  }
}
