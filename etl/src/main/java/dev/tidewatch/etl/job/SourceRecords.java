package dev.tidewatch.etl.job;

import dev.tidewatch.metricset.RecordFormat;
import java.time.Duration;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.DataStreamReader;

/** The stream of records, from wherever the plan takes them. */
final class SourceRecords {
  private static final Duration LONGEST_HEARTBEAT = Duration.ofSeconds(30);

  private final JobPlan plan;

  SourceRecords(JobPlan plan) {
    this.plan = plan;
  }

  /** Records with the columns of {@link RecordColumns}, and a position row in each batch. */
  Dataset<Row> read(SparkSession spark) {
    DataStreamReader reader = spark.readStream();
    Dataset<Row> records =
        plan.source() instanceof RecordSource.Kinesis kinesis
            ? stream(reader, kinesis)
            : files(reader, (RecordSource.Files) plan.source());
    return records.select(
        Arrays.stream(RecordColumns.NAMES).map(functions::col).toArray(Column[]::new));
  }

  private Dataset<Row> stream(DataStreamReader reader, RecordSource.Kinesis source) {
    return reader
        .format("kinesis-ranges")
        .option("streamName", source.stream())
        .option("startingPosition", source.startingPosition())
        .option("maxSpanPerTrigger", source.maxSpan().toString())
        .option("idleHeartbeat", idleHeartbeat().toString())
        .option("shardReader", source.shardReader())
        .option("failOnDataLoss", !source.allowDataLoss())
        .option("positions", true)
        .load();
  }

  /** An idle stream closes intervals in batches only, so there is one whenever it may be idle. */
  private Duration idleHeartbeat() {
    Duration idleAfter = plan.rules().idleAfter();
    Duration wanted = idleAfter.isZero() ? plan.rules().trigger() : idleAfter;
    return wanted.compareTo(LONGEST_HEARTBEAT) < 0 ? wanted : LONGEST_HEARTBEAT;
  }

  private Dataset<Row> files(DataStreamReader reader, RecordSource.Files source) {
    if (plan.metricSet().format() instanceof RecordFormat.Csv csv) {
      csv.dialect().quote().ifPresent(quote -> reader.option("quote", quote.toString()));
    }
    return reader
        .format("record-files")
        .option("path", source.folder().toString())
        .option("header", source.header())
        .load();
  }
}
