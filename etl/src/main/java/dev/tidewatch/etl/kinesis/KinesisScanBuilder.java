package dev.tidewatch.etl.kinesis;

import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;

/** Takes note of the columns a query needs. */
final class KinesisScanBuilder implements SupportsPushDownRequiredColumns {
  private final SourceOptions options;
  private StructType schema = RangeColumn.schema();

  KinesisScanBuilder(SourceOptions options) {
    this.options = options;
  }

  @Override
  public void pruneColumns(StructType requiredSchema) {
    schema = requiredSchema;
  }

  @Override
  public Scan build() {
    return new KinesisScan(options, schema);
  }
}
