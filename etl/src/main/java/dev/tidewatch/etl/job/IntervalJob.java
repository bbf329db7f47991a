package dev.tidewatch.etl.job;

import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.watch.BatchWatch;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/** Runs a {@link JobPlan} on Spark until it is stopped or has caught up. */
public final class IntervalJob {
  private final JobPlan plan;
  private final CommitObserver observer;

  /**
   * @param observer hears of every commit step before the next is taken
   */
  public IntervalJob(JobPlan plan, CommitObserver observer) {
    this.plan = plan;
    this.observer = observer;
  }

  /**
   * Returns when the job was stopped or, in a bounded run, has caught up.
   *
   * @throws JobFailedException when it cannot go on; started again it repeats what was not
   *     committed
   */
  public void run(SparkSession spark) {
    String identity = JobIdentity.of(plan.checkpoint(), spark.sparkContext().hadoopConfiguration());
    try (GracefulStop stop = GracefulStop.listening();
        BatchWatch watch = watch(spark);
        OpenJob job = OpenJob.open(plan, identity, observer, watch, stop.running())) {
      await(spark, job.batch(), stop);
    }
  }

  private void await(SparkSession spark, IntervalBatch batch, GracefulStop stop) {
    try {
      StreamingQuery query = start(spark, batch);
      stop.of(query::stop);
      query.awaitTermination();
    } catch (StreamingQueryException e) {
      throw JobFailedException.because(e);
    } catch (TimeoutException e) {
      throw new JobFailedException("Spark did not start the query in time", e);
    }
  }

  private StreamingQuery start(SparkSession spark, IntervalBatch batch) throws TimeoutException {
    return new SourceRecords(plan)
        .read(spark)
        .writeStream()
        .queryName(plan.metricSet().name())
        .option("checkpointLocation", plan.checkpoint())
        .trigger(trigger())
        .foreachBatch(batch)
        .start();
  }

  private BatchWatch watch(SparkSession spark) {
    return BatchWatch.of(
        spark, plan.metricSet().name(), plan.rules().emf(), plan.rules().sentences());
  }

  private Trigger trigger() {
    return plan.isBounded()
        ? Trigger.AvailableNow()
        : Trigger.ProcessingTime(plan.rules().trigger().toMillis());
  }
}
