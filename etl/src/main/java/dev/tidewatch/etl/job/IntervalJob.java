package dev.tidewatch.etl.job;

import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.shape.ShapeRules;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.RecordFormat;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/** Runs a {@link JobPlan} on Spark until it is stopped or has caught up. */
public final class IntervalJob {
  /** Files tell no arrival: nothing in them is ahead of it. */
  private static final Duration UNLIMITED = Duration.ofDays(400_000);

  private final JobPlan plan;
  private final CommitObserver observer;

  /**
   * @param observer hears of every commit step, before the next is taken
   */
  public IntervalJob(JobPlan plan, CommitObserver observer) {
    this.plan = plan;
    this.observer = observer;
  }

  private Dataset<Row> records(SparkSession spark) {
    Dataset<Row> records =
        plan.source() instanceof RecordSource.Kinesis kinesis
            ? stream(spark.readStream(), kinesis)
            : files(spark.readStream(), (RecordSource.Files) plan.source());
    return records.select(
        java.util.Arrays.stream(RecordColumns.NAMES)
            .map(functions::col)
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private Dataset<Row> stream(DataStreamReader reader, RecordSource.Kinesis source) {
    return reader
        .format("kinesis-ranges")
        .option("streamName", source.stream())
        .option("startingPosition", plan.metricSet().startingPosition().toString())
        .option("maxSpanPerTrigger", source.maxSpan().toString())
        .option("positions", true)
        .load();
  }

  private Dataset<Row> files(DataStreamReader reader, RecordSource.Files source) {
    MetricSet metricSet = plan.metricSet();
    if (metricSet.format() instanceof RecordFormat.Csv csv) {
      csv.dialect().quote().ifPresent(quote -> reader.option("quote", quote.toString()));
      reader.option("header", csv.dialect().header());
    }
    return reader.format("record-files").option("path", source.folder().toString()).load();
  }
}
