package dev.tidewatch.etl.files;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Makes readers on executors. */
final class FileReaderFactory implements PartitionReaderFactory {
  static final StructType SCHEMA =
      new StructType()
          .add("shard_id", DataTypes.StringType)
          .add("sequence_number", DataTypes.StringType)
          .add("sub_sequence_number", DataTypes.LongType)
          .add("partition_key", DataTypes.StringType)
          .add("arrival", DataTypes.TimestampType)
          .add("data", DataTypes.BinaryType);

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    if (partition instanceof PositionPartition position) {
      return new PositionReader(position.position());
    }
    return RecordFileReader.open((FilePartition) partition);
  }
}
