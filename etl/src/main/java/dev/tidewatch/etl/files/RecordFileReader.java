package dev.tidewatch.etl.files;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads the records of one file. Their sequence numbers are the places of their first bytes; files
 * tell no arrival, so that is the beginning of time, before which nothing is late.
 */
final class RecordFileReader implements PartitionReader<InternalRow> {
  private static final int SEQUENCE_NUMBER = 1;
  private static final int DATA = 5;

  private final RecordSplitter records;
  private final GenericInternalRow row;

  private RecordFileReader(String name, RecordSplitter records) {
    this.records = records;
    this.row =
        new GenericInternalRow(
            new Object[] {UTF8String.fromString(name), null, 0L, null, 0L, null});
  }

  static RecordFileReader open(FilePartition file) {
    byte[] content = unpacked(file.name(), read(file));
    RecordSplitter records =
        file.quoted()
            .map(quote -> RecordSplitter.ofQuotedLines(content, quote))
            .orElseGet(() -> RecordSplitter.ofLines(content));
    if (file.header() && records.hasNext()) {
      records.next();
    }
    return new RecordFileReader(file.name(), records);
  }

  private static byte[] read(FilePartition file) {
    try (ObjectStore store = ObjectStores.open(file.folder())) {
      return store
          .get(file.name())
          .orElseThrow(
              () -> new IllegalStateException(file.name() + " is gone from " + file.folder()));
    }
  }

  private static byte[] unpacked(String name, byte[] content) {
    if (!name.endsWith(".gz")) {
      return content;
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return unpacked.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be unpacked: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean next() {
    return records.hasNext();
  }

  @Override
  public InternalRow get() {
    row.update(SEQUENCE_NUMBER, UTF8String.fromString(Integer.toString(records.position())));
    row.update(DATA, records.next());
    return row;
  }

  @Override
  public void close() {}
}
