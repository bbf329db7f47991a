package dev.tidewatch.etl.command;

import dev.tidewatch.etl.deliver.BatchDelivery;
import dev.tidewatch.etl.deliver.DeliveryCheck;
import dev.tidewatch.etl.deliver.LeaseTerms;
import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.Pause;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.etl.job.CheckpointState;
import dev.tidewatch.etl.job.JobPlan;
import dev.tidewatch.etl.job.RecordSource;
import dev.tidewatch.etl.kinesis.StreamProbe;
import dev.tidewatch.metricset.MetricSet;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
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
    boolean checkpoint = check(out, "checkpoint", () -> checkpoint(output));
    boolean lease = output && checkpoint && check(out, "lease", this::lease);
    boolean all = source && output && checkpoint && lease;
    out.println(all ? "The job would run." : "The job would fail.");
    out.flush();
    return all;
  }

  private String checkpoint(boolean output) {
    CheckpointState state = CheckpointState.of(plan.checkpoint());
    if (!output) {
      return plan.checkpoint() + " can be read";
    }
    try (ObjectStore store = store(plan.metricSet().output().location())) {
      return plan.checkpoint()
          + " "
          + new DeliveryCheck(store, query(state)).start(plan.metricSet(), state.nextBatch());
    }
  }

  private String lease() {
    BatchDelivery.Query query = query(CheckpointState.of(plan.checkpoint()));
    LeaseTerms terms =
        new LeaseTerms(query.id(), "dry run", plan.rules().lease(), Clock.systemUTC(), Pause.SLEEP);
    try (ObjectStore store = store(plan.metricSet().output().location())) {
      return new DeliveryCheck(store, query).lease(terms);
    }
  }

  private BatchDelivery.Query query(CheckpointState state) {
    return new BatchDelivery.Query(state.queryId(), plan.rules().adopt());
  }

  private String source() {
    return plan.source() instanceof RecordSource.Kinesis kinesis
        ? StreamProbe.describe(kinesis.stream())
        : folder(((RecordSource.Files) plan.source()).folder());
  }

  private static String folder(URI location) {
    try (ObjectStore store = store(location);
        Stream<String> keys = store.list("")) {
      boolean used = keys.findAny().isPresent();
      return store.location() + " can be read, " + (used ? "holds objects" : "is empty");
    }
  }

  private static ObjectStore store(URI location) {
    return ObjectStores.open(location, PATIENCE);
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
