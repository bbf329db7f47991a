package dev.tidewatch.etl.audit;

import dev.tidewatch.etl.deliver.BatchLedger;
import dev.tidewatch.etl.deliver.OpenIntervals;
import dev.tidewatch.etl.deliver.StateId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the last batch with a state has committed. A batch after it may be under way, or was when
 * its job died: what it has written so far is neither right nor wrong yet, and the next run of the
 * batch writes the same.
 *
 * @param state null when there is none; then everything is looked at
 */
record Committed(@Nullable OpenIntervals state) {
  private static final Comparator<StateId> ORDER =
      Comparator.comparingInt(StateId::generation).thenComparingLong(StateId::batchId);

  boolean covers(BatchLedger ledger) {
    return state == null || ORDER.compare(ledger.id(), state.id()) <= 0;
  }

  boolean coversInterval(Instant start) {
    return state == null
        || state.endOfLastClosed().filter(closedUpTo -> start.isBefore(closedUpTo)).isPresent();
  }
}
