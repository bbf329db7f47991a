package dev.tidewatch.detector.anomaly;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.series.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An anomaly group as it is kept (contract section 6.2).
 *
 * @param id a UUID
 * @param detector the detector's number
 * @param number of the measure's groups, see {@link dev.tidewatch.scoring.group.AnomalyGroup}
 * @param start of its first anomalous interval
 * @param end the start of its last anomalous interval so far
 * @param detected when it was first told of
 * @param severity 0 to 100, the engine's
 * @param told 0 to 100, after people's feedback: what users see
 * @param scope what explains it
 * @param peak of that scope, in its most unusual interval
 * @param contributions per dimension value
 * @param series how many time series are anomalous in it
 */
public record FoundGroup(
    String id,
    long detector,
    String measure,
    long number,
    Instant start,
    Instant end,
    Instant detected,
    double severity,
    double told,
    boolean open,
    Scope scope,
    Peak peak,
    List<Contribution> contributions,
    int series) {
  public FoundGroup {
    requireNonNull(id, "id");
    requireNonNull(measure, "measure");
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    requireNonNull(detected, "detected");
    requireNonNull(scope, "scope");
    requireNonNull(peak, "peak");
    contributions = List.copyOf(contributions);
  }

  /** The id of a group: the same for the same group, whatever happened to the server meanwhile. */
  public static String idOf(long detector, String measure, long number) {
    String name = detector + "/" + measure + "/" + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * A value and what was expected instead.
   *
   * @param lower the lower end of the band in which it was expected
   * @param upper its upper end
   */
  public record Peak(Instant interval, double value, double expected, double lower, double upper) {
    public Peak {
      requireNonNull(interval, "interval");
    }

    public Direction direction() {
      return value >= expected ? Direction.ABOVE : Direction.BELOW;
    }

    /** By how many percent of what was expected the value differs; NaN when that is zero. */
    public double percent() {
      return expected == 0 ? Double.NaN : 100 * (value - expected) / Math.abs(expected);
    }
  }
}
