package dev.tidewatch.etl.job;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.SideArea;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.etl.shape.RangeShaper;
import dev.tidewatch.etl.shape.ShardStart;
import dev.tidewatch.metricset.MetricSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Shapes the records of one task, shard by shard in their order. Late and rejected records are put
 * aside from here, under names and with bytes that a replay repeats.
 */
final class ShapePartition implements FlatMapFunction<Iterator<InternalRow>, ShapedShard> {
  private static final int MICROS_PER_MILLI = 1_000;

  private final Shaping shaping;
  private final Broadcast<Map<String, ShardStart>> starts;

  ShapePartition(Shaping shaping, Broadcast<Map<String, ShardStart>> starts) {
    this.shaping = shaping;
    this.starts = starts;
  }

  @Override
  public Iterator<ShapedShard> call(Iterator<InternalRow> rows) {
    List<ShapedShard> shaped = new ArrayList<>();
    MetricSet metricSet = shaping.metricSet().read();
    try (ObjectStore store = ObjectStores.open(metricSet.output().location())) {
      SideArea aside = new SideArea(store);
      var records = new Records(rows);
      while (records.hasShard()) {
        shaped.add(shape(metricSet, records, aside));
      }
    }
    return shaped.iterator();
  }

  private ShapedShard shape(MetricSet metricSet, Records records, SideArea aside) {
    String shardId = records.shardId();
    try (SideArea.RangeWriter writer = aside.forRange(shardId)) {
      ShardStart start = starts.value().getOrDefault(shardId, ShardStart.ofNew(shardId));
      var shaper = new RangeShaper(metricSet, shaping.rules(), start, writer);
      records.feed(shaper);
      return new ShapedShard(shaper.finish(), writer.finish());
    }
  }

  /** The rows of the task, one shard after the other. */
  private static final class Records {
    private final Iterator<InternalRow> rows;
    private InternalRow row;
    private boolean present;

    Records(Iterator<InternalRow> rows) {
      this.rows = rows;
      this.present = rows.hasNext();
      this.row = present ? rows.next() : InternalRow.empty();
    }

    boolean hasShard() {
      return present;
    }

    String shardId() {
      return row.getUTF8String(RecordColumns.SHARD_ID).toString();
    }

    /** Gives the shaper all records of the current shard. */
    void feed(RangeShaper shaper) {
      UTF8String shard = row.getUTF8String(RecordColumns.SHARD_ID).copy();
      do {
        shaper.accept(
            row.getUTF8String(RecordColumns.SEQUENCE_NUMBER).toString(),
            row.getLong(RecordColumns.SUB_SEQUENCE_NUMBER),
            row.getLong(RecordColumns.ARRIVAL) / MICROS_PER_MILLI,
            row.getBinary(RecordColumns.DATA));
        present = rows.hasNext();
        if (present) {
          row = rows.next();
        }
      } while (present && row.getUTF8String(RecordColumns.SHARD_ID).equals(shard));
    }
  }
}
