package dev.tidewatch.etl.command;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.etl.job.JobPlan;
import dev.tidewatch.etl.job.RecordSource;
import dev.tidewatch.etl.kinesis.StreamProbe;
import dev.tidewatch.metricset.MetricSet;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Looks whether a plan could run, and changes nothing. */
final class DryRun {
  /** Somebody is waiting for the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final JobPlan plan;

  private DryRun(JobPlan plan) {
    this.plan = plan;
  }

  static DryRun of(JobPlan plan) {
    return new DryRun(plan);
  }

  /** Prints what was found; returns whether the job could run. */
  boolean print(PrintWriter out) {
    MetricSet metricSet = plan.metricSet();
    out.printf(
        "%s: %s every %s, lateness %s%n",
        metricSet.name(),
        plan.rules().addUp() ? "adds up" : "keeps records",
        metricSet.interval(),
        metricSet.lateness());
    boolean source = check(out, "source", this::source);
    boolean output = check(out, "output", () -> folder(metricSet.output().location()));
    out.printf("  · checkpoint: %s%n", plan.checkpoint());
    out.println(source && output ? "The job would run." : "The job would fail.");
    out.flush();
    return source && output;
  }

  private String source() {
    return plan.source() instanceof RecordSource.Kinesis kinesis
        ? StreamProbe.describe(kinesis.stream())
        : folder(((RecordSource.Files) plan.source()).folder());
  }

  private static String folder(URI location) {
    try (ObjectStore store = ObjectStores.open(location, PATIENCE);
        Stream<String> keys = store.list("")) {
      boolean used = keys.findAny().isPresent();
      return store.location() + " can be read, " + (used ? "holds objects" : "is empty");
    }
  }

  private static boolean check(PrintWriter out, String name, Callable<String> look) {
    try {
      out.printf("  ✔ %s: %s%n", name, look.call());
      return true;
    } catch (Exception e) {
      out.printf("  ✘ %s: %s%n", name, UserErrors.text(e));
      return false;
    }
  }
}
