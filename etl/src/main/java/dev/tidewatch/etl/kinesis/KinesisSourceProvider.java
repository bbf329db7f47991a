package dev.tidewatch.etl.kinesis;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The streaming source {@code kinesis-ranges}:
 *
 * <pre>{@code
 * spark.readStream().format("kinesis-ranges")
 *     .option("streamName", "orders").option("startingPosition", "TRIM_HORIZON").load()
 * }</pre>
 *
 * <p>Rows have the columns {@code shard_id STRING, sequence_number STRING, sub_sequence_number
 * LONG, partition_key STRING, arrival TIMESTAMP, data BINARY}; records packed by the Kinesis
 * Producer Library are unpacked. Every record is read once, and a batch that is run again has the
 * same rows. With the option {@code positions} each batch has one more row, whose {@code shard_id}
 * is null and whose {@code data} is its {@link BatchPosition}. {@link SourceOptions} lists the
 * options.
 */
public final class KinesisSourceProvider implements TableProvider, DataSourceRegister {
  public static final String SHORT_NAME = "kinesis-ranges";

  @Override
  public String shortName() {
    return SHORT_NAME;
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return RangeColumn.schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new KinesisTable(SourceOptions.parse(properties));
  }
}
