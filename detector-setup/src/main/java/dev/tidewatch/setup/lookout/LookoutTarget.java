package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.blueprint.Blueprint;
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

/**
 * The detector server, reached through the Lookout for Metrics API, with its bucket, roles, topics
 * and alerts. Order: what others need comes first, and nothing alerts before its alert is there.
 */
public final class LookoutTarget implements Target {
  private static final String GOES_WITH_DETECTOR = "goes and comes with its detector";

  private final Parts parts;

  private LookoutTarget(Parts parts) {
    this.parts = parts;
  }

  /** The target of a file. Asks nothing yet. */
  public static LookoutTarget of(
      Blueprint blueprint, Clients clients, Identity identity, Patience patience) {
    return new LookoutTarget(new Parts(blueprint, clients, identity, patience));
  }

  @Override
  public Plan plan(Planner planner) {
    List<Change> before = new ArrayList<>();
    parts.surroundings().forEach(resource -> before.add(planner.change(resource)));
    List<Change> watching = watching(planner);
    Strays strays = new Strays(parts);
    List<Change> changes = new ArrayList<>(before);
    changes.addAll(strays.detectors());
    changes.addAll(watching);
    changes.addAll(strays.found());
    List<String> notes = new ArrayList<>(Notes.of(changes, parts.history().stream().toList()));
    notes.addAll(strays.notes());
    return new Plan(changes, notes);
  }

  /** The detector, its dataset, its alerts, and that it runs. */
  private List<Change> watching(Planner planner) {
    Change detector = planner.change(parts.detector());
    new AlertNames(parts.directory(), parts.mark()).check(parts.alerts());
    if (detector.action() == Action.CREATE) {
      return anew(detector);
    }
    Change dataset = planner.change(parts.dataset());
    List<Change> alerts =
        parts.alerts().stream().map(alert -> planner.change((Resource) alert)).toList();
    Optional<Change> running = parts.running().map(planner::change);
    Optional<String> replaced = reasonToReplace(detector, dataset, running);
    if (replaced.isPresent()) {
      return anew(
          new Change(Action.REPLACE, parts.detector(), detector.differences(), replaced.get()));
    }
    return inPlace(detector, dataset, alerts, running);
  }

  private Optional<String> reasonToReplace(
      Change detector, Change dataset, Optional<Change> running) {
    if (detector.action() == Action.REPLACE) {
      return Optional.of(detector.reason());
    }
    if (dataset.action() == Action.REPLACE) {
      return Optional.of(dataset.reason());
    }
    return running
        .filter(change -> change.action() == Action.UPDATE)
        .filter(change -> parts.isOfAnotherMode(change.differences()))
        .map(change -> "a backtest never becomes continuous, nor the other way round");
  }

  /** Everything that belongs to a detector that is made (again). */
  private List<Change> anew(Change detector) {
    String reason = detector.action() == Action.REPLACE ? GOES_WITH_DETECTOR : "";
    List<Change> changes = new ArrayList<>(List.of(detector));
    changes.add(Change.create(parts.dataset(), reason));
    parts.alerts().forEach(alert -> changes.add(Change.create(alert, reason)));
    parts.running().ifPresent(running -> changes.add(Change.create(running, reason)));
    return changes;
  }

  private List<Change> inPlace(
      Change detector, Change dataset, List<Change> alerts, Optional<Change> running) {
    boolean stops = interrupts(detector, dataset) && parts.isRunning();
    List<Change> changes = new ArrayList<>();
    if (stops) {
      changes.add(
          Change.delete(parts.stopping(), "a running detector cannot be changed like that"));
    }
    AlertOrder order = new AlertOrder(alerts, parts.dataset());
    changes.add(detector);
    changes.addAll(order.before());
    changes.add(dataset);
    changes.addAll(order.after());
    if (stops && running.isPresent()) {
      changes.add(Change.create(running.get().resource(), "goes on as changed"));
    } else {
      running.ifPresent(changes::add);
    }
    return changes;
  }

  private static boolean interrupts(Change detector, Change dataset) {
    boolean harmless =
        (detector.action() == Action.KEEP
                || DetectorResource.onlyDescription(detector.differences()))
            && (dataset.action() == Action.KEEP
                || DatasetResource.onlyDescriptionOrOffset(dataset.differences()))
            && dataset.action() != Action.CREATE;
    return !harmless;
  }

  @Override
  public Plan destruction(boolean deleteData) {
    List<Change> changes = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Resource> all = new ArrayList<>(parts.surroundings());
    all.add(parts.detector());
    all.addAll(parts.alerts());
    Collections.reverse(all);
    Strays strays = new Strays(parts);
    changes.addAll(strays.detectors());
    changes.addAll(strays.found());
    notes.addAll(strays.notes());
    TopicsInUse inUse = TopicsInUse.among(all);
    notes.addAll(inUse.notes());
    for (Resource resource : all) {
      Optional<Existing> existing = resource.existing();
      if (existing.isEmpty() || inUse.keeps(resource)) {
        continue;
      }
      if (existing.get().owner() != Owner.OURS) {
        notes.add(resource.kind() + " " + resource.name() + " was not made here and stays");
      } else if (resource instanceof Bucket && !deleteData) {
        notes.add(
            "S3 bucket " + resource.name() + " stays with its data; --delete-data deletes it");
      } else {
        changes.add(Change.delete(resource, ""));
      }
    }
    changes.addAll(inUse.released());
    if (changes.stream().anyMatch(this::takesOurDetector) && parts.isRunning()) {
      changes.add(0, Change.delete(parts.stopping(), ""));
    }
    return new Plan(changes, notes);
  }

  private boolean takesOurDetector(Change change) {
    return change.resource() instanceof DetectorResource detector
        && detector.name().equals(parts.directory().name());
  }

  /** Whether the file wants its detector to run. */
  public static boolean runs(Blueprint blueprint) {
    return blueprint.activation() != Activation.NONE;
  }
}
