package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Change.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people should know of a plan before they agree. */
final class Notes {
  private Notes() {}

  /**
   * Of a plan.
   *
   * @param histories the paths of the past that the file names
   */
  static List<String> of(List<Change> changes, List<String> histories) {
    List<String> notes = new ArrayList<>();
    for (Change change : changes) {
      if (change.resource() instanceof DetectorResource) {
        ends(change).ifPresent(notes::add);
      }
    }
    if (changes.stream().anyMatch(Notes::readsHistory)) {
      histories.forEach(
          path -> notes.add("History is read from " + path + ", which must be there."));
    }
    return notes;
  }

  private static Optional<String> ends(Change change) {
    String ends = " ends what it learnt, its anomalies, its feedback and its alerts' history.";
    return switch (change.action()) {
      case REPLACE -> Optional.of("Replacing the detector" + ends);
      case DELETE -> Optional.of("Deleting detector '" + change.resource().name() + "'" + ends);
      case CREATE, UPDATE, KEEP -> Optional.empty();
    };
  }

  private static boolean readsHistory(Change change) {
    return change.action() == Action.CREATE && change.resource() instanceof Running;
  }
}
