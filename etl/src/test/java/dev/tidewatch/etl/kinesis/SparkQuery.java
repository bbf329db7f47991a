package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/** A query that keeps the rows of each batch, and holds Spark to replays that are the same. */
final class SparkQuery {
  private final Path checkpoint;
  private final Map<String, String> options = new HashMap<>();
  private final Map<Long, List<Row>> batches = new ConcurrentSkipListMap<>();
  private volatile long failingBatch = -1;

  SparkQuery(LocalStream stream, Path checkpoint) {
    this.checkpoint = checkpoint;
    options.put("streamName", stream.name);
    options.put("startingPosition", "TRIM_HORIZON");
    options.put("lag", "0ms");
    options.put("describeShardInterval", "100ms");
  }

  SparkQuery with(String option, String value) {
    options.put(option, value);
    return this;
  }

  /** Makes the query fail once when it has read this batch. */
  SparkQuery failingAt(long batch) {
    failingBatch = batch;
    return this;
  }

  void readAvailable() throws Exception {
    start(Trigger.AvailableNow()).awaitTermination();
  }

  /** Runs to an error and returns all its messages. */
  String readToError() throws Exception {
    StreamingQuery query = start(Trigger.AvailableNow());
    try {
      query.awaitTermination();
    } catch (StreamingQueryException e) {
      StringBuilder messages = new StringBuilder();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        messages.append(cause.getMessage()).append('\n');
      }
      return messages.toString();
    }
    throw new AssertionError("the query should have failed");
  }

  StreamingQuery start(Trigger trigger) throws Exception {
    return LocalSpark.session()
        .readStream()
        .format("kinesis-ranges")
        .options(options)
        .load()
        .writeStream()
        .foreachBatch((VoidFunction2<Dataset<Row>, Long>) this::keep)
        .option("checkpointLocation", checkpoint.toString())
        .trigger(trigger)
        .start();
  }

  private void keep(Dataset<Row> batch, Long id) {
    List<Row> rows = batch.collectAsList();
    List<Row> before = batches.put(id, rows);
    if (before != null) {
      assertThat(sorted(rows)).as("batch %s run again", id).isEqualTo(sorted(before));
    }
    if (id == failingBatch) {
      failingBatch = -1;
      throw new IllegalStateException("the job dies in batch " + id);
    }
  }

  private static List<String> sorted(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                row.getAs("shard_id")
                    + "/"
                    + row.getAs("sequence_number")
                    + "/"
                    + row.getAs("sub_sequence_number")
                    + "/"
                    + text(row))
        .sorted()
        .toList();
  }

  int batchCount() {
    return batches.size();
  }

  List<Row> records() {
    return batches.values().stream().flatMap(List::stream).filter(SparkQuery::isRecord).toList();
  }

  List<String> texts() {
    return records().stream().map(SparkQuery::text).toList();
  }

  List<Integer> numbers() {
    return texts().stream().map(Integer::valueOf).toList();
  }

  List<BatchPosition> positions() {
    return batches.values().stream()
        .flatMap(List::stream)
        .filter(row -> !isRecord(row))
        .map(row -> BatchPosition.parse(row.<byte[]>getAs("data")))
        .toList();
  }

  Stream<List<Row>> batches() {
    return batches.values().stream();
  }

  private static boolean isRecord(Row row) {
    return row.getAs("shard_id") != null;
  }

  static String text(Row row) {
    return new String(row.<byte[]>getAs("data"), UTF_8);
  }
}
