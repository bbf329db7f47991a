package dev.tidewatch.etl.kinesis;

import dev.tidewatch.etl.kinesis.Cut.Kind;
import dev.tidewatch.etl.kinesis.ShardPeek.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a concrete place to end a batch at in a shard, without reading the records before it.
 * Arrival times, which need not increase, only steer where to look: a cut is always beside a record
 * that exists, so ranges join without gap or overlap and read the same whenever they are read.
 *
 * @param horizon what arrived at this instant or later waits for the next batch
 * @param span how much arrival time one batch may take; never less than is needed to go on
 * @param retention how long the stream keeps records
 */
record EndPlanner(Instant horizon, Duration span, Duration retention) {
  private static final Duration FIRST_STEP_BACK = Duration.ofSeconds(1);

  EndPlanner {
    if (span.isNegative() || span.isZero()) {
      throw new IllegalArgumentException("the span of a batch must be positive, not " + span);
    }
  }

  /** The end of the batch that begins at the cut. It is never before the cut. */
  ShardPlan plan(ShardPeek shard, Cut from) {
    if (from.is(Kind.SHARD_END)) {
      return ShardPlan.over();
    }
    if (from.is(Kind.BEFORE)) {
      return planFrom(shard, from, new RecordHead(from.requireSequence(), from.requireArrival()));
    }
    Sight first = shard.first(from);
    if (first.found().isPresent()) {
      return planFrom(shard, from, first.found().get());
    }
    return first.ended() ? ShardPlan.over() : ShardPlan.idle(from, horizon);
  }

  private ShardPlan planFrom(ShardPeek shard, Cut from, RecordHead first) {
    if (!first.arrival().isBefore(horizon)) {
      return ShardPlan.wait(from);
    }
    for (Duration ahead = span; ; ahead = ahead.multipliedBy(2)) {
      Instant target = earlier(first.arrival().plus(ahead), horizon);
      Sight sight = shard.first(Cut.atTimestamp(target));
      if (sight.found().isEmpty()) {
        return sight.ended() ? ShardPlan.readToEnd() : planTail(shard, from, first);
      }
      RecordHead next = sight.found().get();
      if (next.isAfter(first.sequence())) {
        return ShardPlan.readBefore(next);
      }
      if (target.equals(horizon)) {
        return ShardPlan.wait(from);
      }
    }
  }

  /** Nothing arrived since the horizon: the last record there is ends the batch. */
  private ShardPlan planTail(ShardPeek shard, Cut from, RecordHead first) {
    for (Duration back = FIRST_STEP_BACK;
        horizon.minus(back).isAfter(first.arrival());
        back = back.multipliedBy(2)) {
      Optional<ShardPlan> end = endOfTail(shard, Cut.atTimestamp(horizon.minus(back)), first);
      if (end.isPresent()) {
        return end.get();
      }
    }
    return endOfTail(shard, from, first).orElseGet(() -> ShardPlan.wait(from));
  }

  private Optional<ShardPlan> endOfTail(ShardPeek shard, Cut from, RecordHead first) {
    Sight tail =
        shard.walk(
            from, head -> head.isAfter(first.sequence()) && !head.arrival().isBefore(horizon));
    if (tail.found().isPresent()) {
      return tail.found().map(ShardPlan::readBefore);
    }
    if (tail.ended()) {
      return Optional.of(ShardPlan.readToEnd());
    }
    return tail.last()
        .filter(last -> !new RecordHead(first.sequence(), first.arrival()).isAfter(last.sequence()))
        .map(last -> ShardPlan.readToTip(last, horizon));
  }

  /** The tip of the shard: past every record it has now. */
  ShardPlan tip(ShardPeek shard) {
    Instant oldest = horizon.minus(retention);
    for (Duration back = Duration.ZERO;
        horizon.minus(back).isAfter(oldest);
        back = back.isZero() ? FIRST_STEP_BACK : back.multipliedBy(2)) {
      Optional<ShardPlan> tip = tipFrom(shard, Cut.atTimestamp(horizon.minus(back)));
      if (tip.isPresent()) {
        return tip.get();
      }
    }
    return tipFrom(shard, Cut.TRIM_HORIZON)
        .orElseGet(() -> ShardPlan.idle(Cut.TRIM_HORIZON, horizon));
  }

  private Optional<ShardPlan> tipFrom(ShardPeek shard, Cut from) {
    Sight tail = shard.walk(from, head -> false);
    return tail.ended()
        ? Optional.of(ShardPlan.over())
        : tail.last().map(last -> ShardPlan.idle(Cut.after(last), horizon));
  }

  /** The place of the first record that arrived at the time or later, or the tip. */
  ShardPlan firstArrivedAt(ShardPeek shard, Instant time) {
    Sight first = shard.first(Cut.atTimestamp(time));
    if (first.found().isPresent()) {
      return ShardPlan.wait(Cut.before(first.found().get()));
    }
    return first.ended() ? ShardPlan.over() : tip(shard);
  }

  private static Instant earlier(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }
}
