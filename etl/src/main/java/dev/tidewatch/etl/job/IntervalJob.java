package dev.tidewatch.etl.job;

import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/** Runs a {@link JobPlan} on Spark until it is stopped or has caught up. */
public final class IntervalJob {
  private final JobPlan plan;

  public IntervalJob(JobPlan plan) {
    this.plan = plan;
  }
}
