package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.series.Direction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A measure that may have caused an anomaly.
 *
 * @param percent of the anomaly it explains
 * @param earlier how long before the anomaly it moved
 * @param direction of its own anomaly; none when it has none
 * @param severity of that; none as {@code direction}
 */
public record ToldCause(
    String measure,
    double percent,
    Duration earlier,
    @Nullable Direction direction,
    @Nullable Double severity) {
  public ToldCause {
    requireNonNull(measure, "measure");
    requireNonNull(earlier, "earlier");
  }
}
