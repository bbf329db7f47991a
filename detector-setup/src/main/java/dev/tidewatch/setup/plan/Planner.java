package dev.tidewatch.setup.plan;

import dev.tidewatch.setup.plan.Change.Action;
import dev.tidewatch.setup.plan.Existing.Owner;
import java.util.List;
import java.util.Optional;

/** Compares each resource with what is there. */
public final class Planner {
  private final boolean adopt;

  /**
   * @param adopt whether things of somebody else that bear our names are taken over
   */
  public Planner(boolean adopt) {
    this.adopt = adopt;
  }

  /**
   * What has to be done to a resource.
   *
   * @throws Conflict when something of somebody else is in its place
   */
  public Change change(Resource resource) {
    Optional<Existing> existing = resource.existing();
    if (existing.isEmpty()) {
      return Change.create(resource, "");
    }
    return change(resource, existing.get());
  }

  private Change change(Resource resource, Existing existing) {
    if (existing.owner() == Owner.SHARED) {
      return Change.keep(resource, "not made here: used as it is");
    }
    if (existing.owner() == Owner.FOREIGN && !adopt) {
      throw new Conflict(resource.kind(), resource.name());
    }
    List<Difference> differences = existing.attributes().differences(resource.desired());
    if (differences.isEmpty()) {
      return existing.owner() == Owner.FOREIGN
          ? new Change(Action.UPDATE, resource, List.of(), "taken over as it is")
          : Change.keep(resource, existing.remark());
    }
    return differences.stream()
        .flatMap(difference -> resource.fixed(difference).stream())
        .findFirst()
        .map(reason -> new Change(Action.REPLACE, resource, differences, reason))
        .orElseGet(() -> new Change(Action.UPDATE, resource, differences, ""));
  }
}
