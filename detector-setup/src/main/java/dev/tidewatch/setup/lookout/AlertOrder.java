package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Change.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether an alert changes before its dataset or after it: it may filter by columns the dataset has
 * only, and the dataset may not lose a column an alert filters by. An alert that asks for both goes
 * and comes again.
 */
final class AlertOrder {
  private final List<Change> before = new ArrayList<>();
  private final List<Change> after = new ArrayList<>();

  /**
   * @param dataset asked for its columns only where an alert changes
   */
  AlertOrder(List<Change> alerts, DatasetResource dataset) {
    boolean changes = alerts.stream().anyMatch(alert -> alert.action() == Action.UPDATE);
    Set<String> have = changes ? dataset.columns() : Set.of();
    alerts.forEach(alert -> place(alert, have, dataset.columnsWanted()));
  }

  /**
   * @param have the columns of the dataset that is there
   * @param get the columns of the dataset that shall be
   */
  private void place(Change change, Set<String> have, Set<String> get) {
    if (change.action() != Action.UPDATE || !(change.resource() instanceof AlertResource alert)) {
      after.add(change);
    } else if (have.containsAll(alert.columnsWanted())) {
      before.add(change);
    } else if (get.containsAll(alert.columnsUsed())) {
      after.add(change);
    } else {
      String reason = "it filters by columns that go, and by others that come";
      before.add(Change.delete(alert, reason));
      after.add(Change.create(alert, reason));
    }
  }

  List<Change> before() {
    return before;
  }

  List<Change> after() {
    return after;
  }
}
