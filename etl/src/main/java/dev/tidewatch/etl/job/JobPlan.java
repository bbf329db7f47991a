package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.ShapeRules;
import dev.tidewatch.metricset.MetricSet;
import java.time.Duration;

/**
 * What the job is to do.
 *
 * @param metricSet what is measured
 * @param text the same, as executors get it
 * @param checkpoint the folder, in any file system Spark knows, where Spark notes how far it has
 *     read
 */
public record JobPlan(
    MetricSet metricSet,
    MetricSetText text,
    RecordSource source,
    String checkpoint,
    JobRules rules) {
  public JobPlan {
    requireNonNull(metricSet, "metricSet");
    requireNonNull(text, "text");
    requireNonNull(source, "source");
    requireNonNull(checkpoint, "checkpoint");
    requireNonNull(rules, "rules");
  }

  /** Reads the metric set's text. */
  public static JobPlan of(
      MetricSetText text, RecordSource source, String checkpoint, JobRules rules) {
    return new JobPlan(text.read(), text, source, checkpoint, rules);
  }

  /** Whether the job ends by itself: a folder of files has an end. */
  boolean isBounded() {
    return rules.availableNow() || readsFiles();
  }

  /** In a bounded run nobody waits for a shard that was read to its tip. */
  Duration idleAfter() {
    return isBounded() ? Duration.ZERO : rules.idleAfter();
  }

  /** How far a record may be dated after its arrival, which files do not tell: that is 1970. */
  Duration maxAhead() {
    return readsFiles() ? ShapeRules.LONGEST : rules.maxAhead();
  }

  private boolean readsFiles() {
    return source instanceof RecordSource.Files;
  }
}
