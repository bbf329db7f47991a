package dev.tidewatch.detector.access;

/** Holds a few tokens and fills with time; each request takes one. Not safe for many threads. */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final Rate rate;
  private double held;
  private long filledAt;

  /** Full at first. */
  TokenBucket(Rate rate, long now) {
    this.rate = rate;
    this.held = rate.burst();
    this.filledAt = now;
  }

  boolean hasOne(long now) {
    long passed = now - filledAt;
    if (passed > 0) {
      held = Math.min(rate.burst(), held + rate.perSecond() * passed / NANOS);
      filledAt = now;
    }
    return held >= 1;
  }

  void takeOne() {
    held -= 1;
  }
}
