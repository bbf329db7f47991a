package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.cost.PriceTable;
import java.util.Locale;

/** What CloudWatch costs in USD, by the table of list prices. Other regions differ a little. */
public final class Prices {
  /** An alarm with a band looks at its metric and both edges of the band. */
  static final int METRICS_OF_BAND = 3;

  private static final PriceTable TABLE = PriceTable.read();

  private Prices() {}

  /** Metrics that have data in every hour of a month. */
  public static double ofMetrics(long metrics) {
    return TABLE.tiered("cloudwatch.metric", metrics);
  }

  /** Calls of PutMetricData. */
  public static double ofCalls(double calls) {
    return calls * TABLE.of("cloudwatch.request.thousand") / 1000;
  }

  /** Alarms, a month. */
  public static double ofAlarms(long bands, long others) {
    return (bands * METRICS_OF_BAND + others) * TABLE.of("cloudwatch.alarm.metric");
  }

  /** {@code 1.30 USD}. */
  public static String text(double price) {
    return String.format(Locale.ROOT, "%.2f USD", price);
  }
}
