package dev.tidewatch.evaluation.calibration;

import dev.tidewatch.scoring.series.Severity;
import java.time.Duration;

/** How many alerts of a severity a healthy series is allowed. */
final class Promise {
  private static final double COARSEST = 1 / 6.0;
  private static final double SECONDS_A_DAY = 86_400;

  private Promise() {}

  /**
   * Whether series of that interval can show the promise at all: one value a day cannot keep
   * "several times a day".
   */
  static boolean appliesTo(int severity, Duration interval) {
    return perInterval(severity, interval) <= COARSEST;
  }

  /**
   * Alerts expected in so many days of one series. Intervals that are severe by chance fall close
   * together at times and are then joined to one alert, which matters where the promise is short
   * against the interval.
   */
  static double alerts(int severity, Duration interval, double days) {
    double chance = perInterval(severity, interval);
    double intervals = days * SECONDS_A_DAY / interval.toSeconds();
    return intervals * chance * StrictMath.pow(1 - chance, AlertCount.JOINED_OVER + 1);
  }

  private static double perInterval(int severity, Duration interval) {
    return (double) interval.toSeconds() / Severity.returnPeriod(severity).toSeconds();
  }
}
