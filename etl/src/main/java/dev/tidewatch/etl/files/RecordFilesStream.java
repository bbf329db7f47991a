package dev.tidewatch.etl.files;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.etl.kinesis.BatchPosition;
import dev.tidewatch.etl.kinesis.ShardStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import org.jspecify.annotations.Nullable;

/** Plans batches over the files of a folder, in order of their names. */
final class RecordFilesStream implements SupportsTriggerAvailableNow, MicroBatchStream {
  /** Later than anything: a file that was read to its end has no more. */
  private static final Instant END_OF_INPUT = Instant.parse("9999-12-31T00:00:00Z");

  private final FilesOptions options;
  private @Nullable List<String> available;

  RecordFilesStream(FilesOptions options) {
    this.options = options;
  }

  @Override
  public void prepareForTriggerAvailableNow() {
    available = list();
  }

  @Override
  public Offset latestOffset() {
    return latestOffset(FilesPosition.START, ReadLimit.allAvailable());
  }

  @Override
  public Offset latestOffset(Offset start, ReadLimit limit) {
    FilesPosition from = (FilesPosition) start;
    List<String> unread = files().stream().filter(name -> name.compareTo(from.last()) > 0).toList();
    if (unread.isEmpty()) {
      return from;
    }
    int count = Math.min(options.filesPerBatch(), unread.size());
    return new FilesPosition(unread.get(count - 1), count == unread.size());
  }

  private List<String> files() {
    return available == null ? list() : available;
  }

  private List<String> list() {
    try (ObjectStore store = ObjectStores.open(options.folder());
        Stream<String> names = store.list("")) {
      return names.sorted().toList();
    }
  }

  @Override
  public InputPartition[] planInputPartitions(Offset start, Offset end) {
    FilesPosition from = (FilesPosition) start;
    FilesPosition to = (FilesPosition) end;
    List<InputPartition> partitions = new ArrayList<>();
    List<ShardStep> steps = new ArrayList<>();
    for (String name : files()) {
      if (name.compareTo(from.last()) > 0 && name.compareTo(to.last()) <= 0) {
        Instant tip = to.isComplete() ? END_OF_INPUT : null;
        steps.add(new ShardStep(name, List.of(), "START", "END", tip));
        partitions.add(options.partition(name));
      }
    }
    BatchPosition position = new BatchPosition(options.folder().toString(), steps);
    partitions.add(0, new PositionPartition(position.toJson()));
    return partitions.toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new FileReaderFactory();
  }

  @Override
  public Offset initialOffset() {
    return FilesPosition.START;
  }

  @Override
  public Offset deserializeOffset(String json) {
    return FilesPosition.parse(json);
  }

  @Override
  public void commit(Offset end) {}

  @Override
  public void stop() {}
}
