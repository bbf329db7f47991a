package dev.tidewatch.scoring.feedback;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.series.Direction;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What an anomaly of one time series looked like. Times are kept in whole seconds.
 *
 * @param measure the measure's name
 * @param scope the series' dimension values by dimension; those it sums over are left out
 * @param direction on which side of the expected value its worst value lies
 * @param trouble in which way it misbehaved
 * @param magnitude |value - expected| / scatter of its worst value, more than 0
 * @param start the first anomalous interval
 * @param duration from there to the end of the last anomalous interval so far
 */
public record SeriesAnomaly(
    String measure,
    Map<String, String> scope,
    Direction direction,
    Trouble trouble,
    double magnitude,
    Instant start,
    Duration duration) {
  public SeriesAnomaly {
    requireNonNull(measure, "measure");
    scope = Map.copyOf(requireNonNull(scope, "scope"));
    requireNonNull(direction, "direction");
    requireNonNull(trouble, "trouble");
    requireNonNull(start, "start");
    if (!(magnitude > 0 && magnitude < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a magnitude is more than 0, not " + magnitude);
    }
    start = start.truncatedTo(ChronoUnit.SECONDS);
    duration = duration.truncatedTo(ChronoUnit.SECONDS);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("an anomaly lasts a second or more, not " + duration);
    }
  }
}
