package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.series.Direction;
import java.util.List;

/**
 * The anomaly group a message tells of, as it was when that was decided.
 *
 * @param severity 0 to 100, after people's feedback
 * @param value in the most unusual interval, of the scope that explains the group
 * @param expected instead of it
 * @param lower the lower end of the band in which it was expected
 * @param upper its upper end
 * @param contributions as they are kept, per dimension value
 * @param series how many time series are anomalous
 * @param watched of how many; 0: unknown
 * @param relevant the worst of the anomalous ones
 * @param causes the largest first
 */
public record ToldAnomaly(
    String groupId,
    String measure,
    double severity,
    double value,
    double expected,
    double lower,
    double upper,
    List<Contribution> contributions,
    int series,
    int watched,
    List<ToldSeries> relevant,
    List<ToldCause> causes) {
  public ToldAnomaly {
    requireNonNull(groupId, "groupId");
    requireNonNull(measure, "measure");
    contributions = List.copyOf(contributions);
    relevant = List.copyOf(relevant);
    causes = List.copyOf(causes);
  }

  @JsonIgnore
  public SeverityClass severityClass() {
    return SeverityClass.of(severity);
  }

  @JsonIgnore
  public Direction direction() {
    return value >= expected ? Direction.ABOVE : Direction.BELOW;
  }

  /** By how many percent of what was expected the value differs; NaN when that is unknown. */
  @JsonIgnore
  public double percent() {
    return expected == 0 ? Double.NaN : 100 * (value - expected) / Math.abs(expected);
  }
}
