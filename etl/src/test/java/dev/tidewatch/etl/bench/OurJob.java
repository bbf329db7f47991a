package dev.tidewatch.etl.bench;

import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.deliver.TooManyRows;
import dev.tidewatch.etl.job.IntervalJob;
import dev.tidewatch.etl.job.JobPlan;
import dev.tidewatch.etl.job.JobRules;
import dev.tidewatch.etl.job.MetricSetText;
import dev.tidewatch.etl.job.RecordSource;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;

/** The job as this repository has it, set up to do what {@link UsualJob} does. */
final class OurJob {
  private static final String METRIC_SET =
      """
      name: orders
      stream:
        name: %s
        startingPosition: TRIM_HORIZON
      records:
        format: JSON
      timestamp:
        column: event_time
        format: yyyy-MM-dd HH:mm:ss
        zone: UTC
      dimensions: [platform, marketplace]
      measures:
        - views
        - {name: revenue, aggregation: SUM, decimals: 2}
      interval: PT5M
      lateness: PT2M
      output:
        location: %s
        layout: data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/
      """;

  private OurJob() {}

  /** Reads what is in the stream and ends. */
  static void run(
      SparkSession spark, String stream, String maxSpan, String output, String checkpoint) {
    var text = MetricSetText.of("orders.yaml", METRIC_SET.formatted(stream, output));
    var source = new RecordSource.Kinesis(stream, "TRIM_HORIZON", Duration.parse(maxSpan));
    new IntervalJob(JobPlan.of(text, source, checkpoint, rules()), CommitObserver.NONE).run(spark);
  }

  /** The command line's defaults, but to end when all is read. */
  private static JobRules rules() {
    return new JobRules(
        Duration.ofSeconds(30),
        true,
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofDays(31),
        true,
        TooManyRows.TOP,
        Duration.ofSeconds(15),
        false,
        false,
        true);
  }
}
