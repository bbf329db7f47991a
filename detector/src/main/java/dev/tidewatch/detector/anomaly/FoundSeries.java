package dev.tidewatch.detector.anomaly;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.series.Trouble;

/**
 * A time series that is anomalous in a group.
 *
 * @param number of the detector's series
 * @param severity 0 to 100, of its worst interval
 * @param peak its worst interval
 */
public record FoundSeries(long number, Scope scope, double severity, Peak peak, Trouble trouble) {
  public FoundSeries {
    requireNonNull(scope, "scope");
    requireNonNull(peak, "peak");
    requireNonNull(trouble, "trouble");
  }
}
