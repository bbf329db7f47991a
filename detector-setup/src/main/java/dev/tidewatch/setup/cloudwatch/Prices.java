package dev.tidewatch.setup.cloudwatch;

import java.util.Locale;

/**
 * What CloudWatch costs in USD: the list prices of us-east-1 without the free tier, of November
 * 2026. Other regions differ a little.
 */
public final class Prices {
  /** An alarm, a month, for each metric it looks at. */
  static final double ALARM = 0.10;

  /** An alarm with a band looks at its metric and both edges of the band. */
  static final int METRICS_OF_BAND = 3;

  private static final double CALL = 0.01 / 1000;

  private Prices() {}

  /** Metrics that have data in every hour of a month. */
  public static double ofMetrics(long metrics) {
    return tier(metrics, 0, 10_000, 0.30)
        + tier(metrics, 10_000, 250_000, 0.10)
        + tier(metrics, 250_000, 1_000_000, 0.05)
        + tier(metrics, 1_000_000, Long.MAX_VALUE, 0.02);
  }

  private static double tier(long metrics, long from, long to, double price) {
    return Math.max(0, Math.min(metrics, to) - from) * price;
  }

  /** Calls of PutMetricData. */
  public static double ofCalls(double calls) {
    return calls * CALL;
  }

  /** Alarms, a month. */
  public static double ofAlarms(long bands, long others) {
    return (bands * METRICS_OF_BAND + others) * ALARM;
  }

  /** {@code 1.30 USD}. */
  public static String text(double price) {
    return String.format(Locale.ROOT, "%.2f USD", price);
  }
}
