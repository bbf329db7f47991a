package dev.tidewatch.detector.anomaly;

import dev.tidewatch.scoring.series.PointScore;
import java.time.Instant;

/**
 * A value of a time series and what the engine said of it.
 *
 * @param interval its start
 * @param value NaN where there was none
 * @param expected NaN while nothing was known
 * @param lower the lower end of the band in which the value was expected, NaN as {@code expected}
 * @param upper its upper end
 * @param severity 0 to 100
 */
public record Point(
    Instant interval, double value, float expected, float lower, float upper, float severity) {

  static Point of(Instant interval, PointScore score) {
    return new Point(
        interval,
        score.value(),
        (float) score.expected(),
        (float) score.lower(),
        (float) score.upper(),
        (float) score.severity());
  }
}
