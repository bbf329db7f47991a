package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;

/** Makes the readers where the tasks run. */
record RangeReaderFactory(
    StreamAddress stream,
    ReaderChoice shardReader,
    Duration retryFor,
    boolean failOnDataLoss,
    List<RangeColumn> columns)
    implements PartitionReaderFactory {
  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    if (partition instanceof PositionPartition position) {
      return new PositionReader(position.position(), columns);
    }
    StreamCalls calls = SdkStreamCalls.open(stream, retryFor);
    ShardRange range = (ShardRange) partition;
    ShardReader reader = shardReader.open(stream, range, calls);
    return new RangeReader(range, reader, calls, columns, failOnDataLoss);
  }
}
