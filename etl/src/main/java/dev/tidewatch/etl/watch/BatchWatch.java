package dev.tidewatch.etl.watch;

import dev.tidewatch.etl.deliver.BatchSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.SourceProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins what the job knows of a batch with what Spark knows, and tells both in one line: JSON to
 * the log, embedded metrics to standard output where wanted, a sentence to a terminal.
 */
public final class BatchWatch extends StreamingQueryListener
    implements Consumer<BatchSummary>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.tidewatch.batches");

  private final SparkSession spark;
  private final String metricSet;
  private final boolean embeddedMetrics;
  private final boolean sentences;
  private final Map<Long, BatchSummary> finished = new ConcurrentHashMap<>();

  private BatchWatch(
      SparkSession spark, String metricSet, boolean embeddedMetrics, boolean sentences) {
    this.spark = spark;
    this.metricSet = metricSet;
    this.embeddedMetrics = embeddedMetrics;
    this.sentences = sentences;
  }

  /**
   * Begins to listen; close it to end.
   *
   * @param sentences whether the log gets sentences for people instead of JSON
   */
  public static BatchWatch of(
      SparkSession spark, String metricSet, boolean embeddedMetrics, boolean sentences) {
    var watch = new BatchWatch(spark, metricSet, embeddedMetrics, sentences);
    spark.streams().addListener(watch);
    return watch;
  }

  /** Takes what the job knows, when a batch is delivered; Spark's part comes a little later. */
  @Override
  public void accept(BatchSummary summary) {
    finished.put(summary.batchId(), summary);
  }

  @Override
  public void onQueryStarted(QueryStartedEvent event) {}

  @Override
  public void onQueryProgress(QueryProgressEvent event) {
    StreamingQueryProgress progress = event.progress();
    BatchSummary summary = finished.remove(progress.batchId());
    if (summary != null) {
      tell(
          new BatchMetrics(
              metricSet,
              Instant.parse(progress.timestamp()),
              summary,
              Duration.ofMillis(progress.batchDuration()),
              lag(progress)));
    }
  }

  @Override
  public void onQueryTerminated(QueryTerminatedEvent event) {}

  @SuppressWarnings("SystemOut") // where CloudWatch's agents read embedded metrics
  private void tell(BatchMetrics metrics) {
    LOG.info("{}", sentences ? metrics.toText() : metrics.toJson());
    if (embeddedMetrics) {
      System.out.println(metrics.toEmbeddedMetrics());
    }
  }

  private static OptionalLong lag(StreamingQueryProgress progress) {
    for (SourceProgress source : progress.sources()) {
      String millis = source.metrics().get("lagMillis");
      if (millis != null) {
        return OptionalLong.of(Long.parseLong(millis));
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    spark.streams().removeListener(this);
  }
}
