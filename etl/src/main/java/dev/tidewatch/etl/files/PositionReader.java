package dev.tidewatch.etl.files;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the one row that has no shard id. */
final class PositionReader implements PartitionReader<InternalRow> {
  private final byte[] position;
  private boolean read;

  PositionReader(byte[] position) {
    this.position = position;
  }

  @Override
  public boolean next() {
    boolean first = !read;
    read = true;
    return first;
  }

  @Override
  public InternalRow get() {
    return new GenericInternalRow(new Object[] {null, null, 0L, null, null, position});
  }

  @Override
  public void close() {}
}
