package dev.tidewatch.etl.kinesis;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the position row. */
final class PositionReader implements PartitionReader<InternalRow> {
  private final InternalRow row;
  private boolean read;

  PositionReader(BatchPosition position, List<RangeColumn> columns) {
    Object[] values = new Object[columns.size()];
    int data = columns.indexOf(RangeColumn.DATA);
    if (data >= 0) {
      values[data] = position.toJson();
    }
    row = new GenericInternalRow(values);
  }

  @Override
  public boolean next() {
    boolean first = !read;
    read = true;
    return first;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
