package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Band;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint;
import dev.tidewatch.setup.lookout.TopicsInUse;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Change.Action;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import dev.tidewatch.setup.plan.Resource;
import dev.tidewatch.setup.plan.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CloudWatch in place of a detector: a model and an alarm for each series that is watched, alarms
 * on the stream, and a topic that is told. The topic and what it allows come first, so that no
 * alarm speaks into the void; each model comes before its alarm, which would make one of its own.
 */
public final class CloudWatchTarget implements Target {
  private final Parts parts;

  private CloudWatchTarget(Parts parts) {
    this.parts = parts;
  }

  /** The target of a file. Asks nothing yet. */
  public static CloudWatchTarget of(Blueprint blueprint, Clients clients, Identity identity) {
    return new CloudWatchTarget(new Parts(blueprint, clients, identity));
  }

  /** What the alarms of a file cost a month, in USD. */
  public static double priceOfAlarms(Blueprint blueprint) {
    CloudWatchBlueprint wanted = blueprint.cloudWatch();
    long bands = wanted.alarms().stream().filter(Band.class::isInstance).count();
    long onStream = wanted.ingestBelow().stream().count() + wanted.lagAbove().stream().count();
    return Prices.ofAlarms(bands, wanted.alarms().size() - bands + onStream);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Unpublished when an alarm is on a metric that nobody publishes
   */
  @Override
  public Plan plan(Planner planner) {
    Unpublished.check(parts.blueprint(), parts.clients().cloudWatch());
    List<Change> changes = new ArrayList<>();
    parts.all().forEach(resource -> changes.add(planner.change(resource)));
    changes.addAll(new Strays(parts).found());
    List<String> notes = new ArrayList<>(parts.notes());
    if (changes.stream().anyMatch(CloudWatchTarget::isNewModel)) {
      notes.add("A model learns from up to two weeks of data; with less its band is wide.");
    }
    return new Plan(changes, notes);
  }

  private static boolean isNewModel(Change change) {
    return change.action() == Action.CREATE && change.resource() instanceof AnomalyModel;
  }

  /** Metrics cannot be deleted: CloudWatch forgets them by itself after 15 months. */
  @Override
  public Plan destruction(boolean deleteData) {
    Strays strays = new Strays(parts);
    List<Change> changes = new ArrayList<>(strays.found());
    Set<String> used = strays.usedByOthers();
    List<String> notes = new ArrayList<>();
    List<Resource> all = new ArrayList<>(parts.all());
    Collections.reverse(all);
    TopicsInUse inUse = TopicsInUse.among(all);
    notes.addAll(inUse.notes());
    for (Resource resource : all) {
      Optional<Existing> existing = resource.existing();
      if (existing.isEmpty() || inUse.keeps(resource)) {
        continue;
      }
      if (resource instanceof AnomalyModel && used.contains(resource.name())) {
        notes.add(resource.kind() + " " + resource.name() + " stays: another's alarm needs it");
      } else if (existing.get().owner() == Owner.OURS) {
        changes.add(Change.delete(resource, ""));
      } else {
        notes.add(resource.kind() + " " + resource.name() + " was not made here and stays");
      }
    }
    changes.addAll(inUse.released());
    if (!changes.isEmpty()) {
      notes.add(
          "Metrics of "
              + parts.blueprint().cloudWatch().namespace()
              + " stay: CloudWatch forgets them by itself, 15 months after their last value.");
    }
    return new Plan(changes, notes);
  }
}
