package dev.tidewatch.etl.asl;

import dev.tidewatch.etl.job.RecordColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Records in their order as the job takes them; one that was received twice counts once. */
final class RecordRow
    implements FlatMapFunction<Iterator<Tuple2<RecordPlace, ReceivedRecord>>, InternalRow> {
  private static final int COLUMNS = 5;

  @Override
  public Iterator<InternalRow> call(Iterator<Tuple2<RecordPlace, ReceivedRecord>> records) {
    List<InternalRow> rows = new ArrayList<>();
    @Nullable RecordPlace before = null;
    while (records.hasNext()) {
      Tuple2<RecordPlace, ReceivedRecord> next = records.next();
      if (!next._1().equals(before)) {
        rows.add(row(next._1(), next._2()));
      }
      before = next._1();
    }
    return rows.iterator();
  }

  private static InternalRow row(RecordPlace place, ReceivedRecord record) {
    Object[] values = new Object[COLUMNS];
    values[RecordColumns.SHARD_ID] = UTF8String.fromString(place.shardId());
    values[RecordColumns.SEQUENCE_NUMBER] = UTF8String.fromString(place.sequence());
    values[RecordColumns.SUB_SEQUENCE_NUMBER] = place.subSequence();
    values[RecordColumns.ARRIVAL] = TimeUnit.MILLISECONDS.toMicros(record.arrivalMillis());
    values[RecordColumns.DATA] = record.data();
    return new GenericInternalRow(values);
  }
}
