package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;

/**
 * What the job is to do.
 *
 * @param checkpoint the folder, in any file system Spark knows, where Spark notes how far it has read
 */
public record JobPlan(MetricSet metricSet, RecordSource source, String checkpoint, JobRules rules) {
  public JobPlan {
    requireNonNull(metricSet, "metricSet");
    requireNonNull(source, "source");
    requireNonNull(checkpoint, "checkpoint");
    requireNonNull(rules, "rules");
  }
}
