package dev.tidewatch.etl.kinesis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where to read a shard to.
 *
 * @param to the new cut; the old one when there is nothing to read yet
 * @param readUpTo everything that arrived before this instant is before the cut; null when the
 *     shard has unread records, or is over and its children have the rest
 * @param empty whether it is known that no record lies between the old cut and the new one
 */
record ShardPlan(Cut to, @Nullable Instant readUpTo, boolean empty) {
  /** There are unread records, but none old enough yet. */
  static ShardPlan wait(Cut at) {
    return new ShardPlan(at, null, true);
  }

  /** Nothing was unread when the shard was seen. */
  static ShardPlan idle(Cut at, Instant readUpTo) {
    return new ShardPlan(at, readUpTo, true);
  }

  static ShardPlan readBefore(RecordHead next) {
    return new ShardPlan(Cut.before(next), null, false);
  }

  static ShardPlan readToTip(RecordHead last, Instant readUpTo) {
    return new ShardPlan(Cut.after(last), readUpTo, false);
  }

  static ShardPlan readToEnd() {
    return new ShardPlan(Cut.SHARD_END, null, false);
  }

  /** The shard is closed and has no record past the old cut. */
  static ShardPlan over() {
    return new ShardPlan(Cut.SHARD_END, null, true);
  }
}
