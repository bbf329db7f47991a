package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
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
   * @param have the columns of the dataset that is there
   * @param get the columns of the dataset that shall be
   */
  AlertOrder(List<Change> alerts, Set<String> have, Set<String> get) {
    alerts.forEach(alert -> place(alert, have, get));
  }

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
      after.add(
          new Change(Action.CREATE, alert, Attributes.NONE.differences(alert.desired()), reason));
    }
  }

  List<Change> before() {
    return before;
  }

  List<Change> after() {
    return after;
  }
}
