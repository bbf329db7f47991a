package dev.tidewatch.etl.job;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.ObjectStores;
import dev.tidewatch.etl.deliver.SideArea;
import dev.tidewatch.etl.shape.RangeShaper;
import dev.tidewatch.etl.shape.ShapeRules;
import dev.tidewatch.etl.shape.ShapedRange;
import dev.tidewatch.metricset.MetricSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Shapes the records of one task, shard by shard in their order. Late and rejected records are put aside from here,
 * under names and with bytes that a replay repeats.
 */
final class ShapePartition implements FlatMapFunction<Iterator<InternalRow>, ShapedPartition> {
  private final MetricSet metricSet;
  private final ShapeRules rules;
  private final Broadcast<BatchStart> start;

  ShapePartition(MetricSet metricSet, ShapeRules rules, Broadcast<BatchStart> start) {
    this.metricSet = metricSet;
    this.rules = rules;
    this.start = start;
  }

  @Override
  public Iterator<ShapedPartition> call(Iterator<InternalRow> rows) {
    if (!rows.hasNext()) {
      return List.<ShapedPartition>of().iterator();
    }
    InternalRow row = rows.next();
    if (row.isNullAt(RecordColumns.SHARD_ID)) {
      String position = new String(row.getBinary(RecordColumns.DATA), StandardCharsets.UTF_8);
      return List.of(ShapedPartition.ofPosition(position)).iterator();
    }
    return List.of(ShapedPartition.ofRanges(shape(row, rows))).iterator();
  }

  private List<ShapedRange> shape(InternalRow first, Iterator<InternalRow> rest) {
    List<ShapedRange> ranges = new ArrayList<>();
    try (ObjectStore store = ObjectStores.open(metricSet.output().location())) {
      InternalRow row = first;
      while (row != null) {
        UTF8String shard = row.getUTF8String(RecordColumns.SHARD_ID).copy();
        String sequence = row.getUTF8String(RecordColumns.SEQUENCE_NUMBER).toString();
        try (SideArea aside = SideArea.open(store, shard.toString(), sequence)) {
          var shaper =
              new RangeShaper(metricSet, rules, start.value().shard(shard.toString()), aside);
          row = feed(shaper, shard, row, rest);
          ranges.add(shaper.finish());
          aside.complete();
        }
      }
    }
    return ranges;
  }
}
