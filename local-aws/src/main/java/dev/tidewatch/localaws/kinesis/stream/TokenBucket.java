package dev.tidewatch.localaws.kinesis.stream;

/**
 * A limit per second: holds at most one second's worth, fills with time. Times are epoch
 * milliseconds, asked for every record put. Not thread-safe.
 */
final class TokenBucket {
  private final double perSecond;
  private double held;
  private long filledAtMillis;

  /** Full when it is first asked. */
  TokenBucket(double perSecond) {
    this.perSecond = perSecond;
    this.held = perSecond;
  }

  /** Whether that much is there now. */
  boolean has(double amount, long nowMillis) {
    if (nowMillis > filledAtMillis) {
      held = Math.min(perSecond, held + perSecond * (nowMillis - filledAtMillis) / 1000.0);
      filledAtMillis = nowMillis;
    }
    return held >= amount;
  }

  /** Takes it, into debt if need be: later askers wait until it is paid back. */
  void take(double amount) {
    held -= amount;
  }
}
