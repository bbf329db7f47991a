package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps calls to a number in any one second. */
final class CallPace {
  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  private final int perSecond;
  private final Deque<Long> latest = new ArrayDeque<>();

  CallPace(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Takes the next turn.
   *
   * @param nowNanos the time on a clock that only goes forward
   * @return how long to wait before the call
   */
  synchronized Duration turn(long nowNanos) {
    long at = nowNanos;
    if (latest.size() == perSecond) {
      at = Math.max(nowNanos, latest.remove() + SECOND_NANOS);
    }
    latest.add(at);
    return Duration.ofNanos(at - nowNanos);
  }
}
