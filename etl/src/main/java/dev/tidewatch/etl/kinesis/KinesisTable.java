package dev.tidewatch.etl.kinesis;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A stream as Spark sees it. */
final class KinesisTable implements Table, SupportsRead {
  private final SourceOptions options;

  KinesisTable(SourceOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "kinesis-ranges " + options.stream();
  }

  @Override
  @SuppressWarnings("deprecation") // what replaces it is not in all Spark versions this runs on
  public StructType schema() {
    return RangeColumn.schema();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.MICRO_BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap scanOptions) {
    return new KinesisScanBuilder(options);
  }
}
