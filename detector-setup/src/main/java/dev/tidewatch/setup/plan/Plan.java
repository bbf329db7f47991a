package dev.tidewatch.setup.plan;

import dev.tidewatch.setup.plan.Change.Action;
import java.util.List;

/**
 * The steps that lead from what is to what shall be, in the order in which they are taken.
 *
 * @param changes what is kept as it is stands among them
 * @param notes what people should know before they agree
 */
public record Plan(List<Change> changes, List<String> notes) {
  public Plan {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /** The steps that change something. */
  public List<Change> steps() {
    return changes.stream().filter(change -> change.action() != Action.KEEP).toList();
  }

  public boolean isEmpty() {
    return steps().isEmpty();
  }

  /** How many steps do this. */
  public long count(Action action) {
    return changes.stream().filter(change -> change.action() == action).count();
  }
}
