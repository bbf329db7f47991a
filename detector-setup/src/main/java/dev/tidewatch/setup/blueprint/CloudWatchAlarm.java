package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

/** What CloudWatch shall tell of a time series. */
public interface CloudWatchAlarm {
  /** The series it looks at. */
  TimeSeries series();

  /** Which side of a limit is told. */
  enum Side {
    ABOVE,
    BELOW,
    BOTH
  }

  /**
   * Whatever leaves the band of values that CloudWatch expects.
   *
   * @param width of the band, in standard deviations as CloudWatch counts them
   */
  record Band(TimeSeries series, double width, Side side) implements CloudWatchAlarm {
    public Band {
      requireNonNull(series, "series");
      requireNonNull(side, "side");
      checkFinite(width);
      if (width <= 0) {
        throw new IllegalArgumentException("a band is wider than 0, not " + width);
      }
    }
  }

  /**
   * Whatever is above or below a number.
   *
   * @param side not {@link Side#BOTH}
   */
  record Threshold(TimeSeries series, Side side, double limit) implements CloudWatchAlarm {
    public Threshold {
      requireNonNull(series, "series");
      requireNonNull(side, "side");
      checkFinite(limit);
      if (side == Side.BOTH) {
        throw new IllegalArgumentException("a threshold has one side");
      }
    }
  }

  private static void checkFinite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " is no finite number");
    }
  }
}
