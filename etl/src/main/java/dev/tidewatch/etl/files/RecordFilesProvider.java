package dev.tidewatch.etl.files;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * {@code spark.readStream().format("record-files").option("path", folder)}: the records of the
 * folder's files, with the columns of the Kinesis source. A {@code .gz} file is unpacked.
 */
public final class RecordFilesProvider implements TableProvider, DataSourceRegister {
  @Override
  public String shortName() {
    return "record-files";
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return FileReaderFactory.SCHEMA;
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new RecordFilesTable();
  }

  private static final class RecordFilesTable implements SupportsRead {
    @Override
    public String name() {
      return "record-files";
    }

    @Override
    @SuppressWarnings("deprecation") // columns() knows no such shortcut in Spark 3.5
    public StructType schema() {
      return FileReaderFactory.SCHEMA;
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.MICRO_BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return () -> new RecordFilesScan(FilesOptions.of(options));
    }
  }

  private record RecordFilesScan(FilesOptions options) implements Scan {
    @Override
    public StructType readSchema() {
      return FileReaderFactory.SCHEMA;
    }

    @Override
    public MicroBatchStream toMicroBatchStream(String checkpointLocation) {
      return new RecordFilesStream(options);
    }
  }
}
