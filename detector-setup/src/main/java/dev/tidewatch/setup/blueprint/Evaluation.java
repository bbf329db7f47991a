package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How alarms judge.
 *
 * @param period the length of the intervals
 * @param periods how many of the latest are looked at
 * @param datapoints how many of them must be beyond the limit
 * @param missing what an interval without data counts as: a word of CloudWatch's
 */
public record Evaluation(Duration period, int periods, int datapoints, String missing) {
  private static final Duration SHORT = Duration.ofHours(1);
  private static final Duration LIMIT_OF_SHORT = Duration.ofDays(1);
  private static final Duration LIMIT = Duration.ofDays(7);

  public Evaluation {
    requireNonNull(period, "period");
    requireNonNull(missing, "missing");
    if (datapoints < 1 || datapoints > periods) {
      throw new IllegalArgumentException(
          "datapointsToAlarm is 1 to evaluationPeriods, which is "
              + periods
              + ", not "
              + datapoints);
    }
    Duration limit = period.compareTo(SHORT) < 0 ? LIMIT_OF_SHORT : LIMIT;
    if (period.multipliedBy(periods).compareTo(limit) > 0) {
      throw new IllegalArgumentException(
          "evaluationPeriods together last at most "
              + limit.toDays()
              + " days: "
              + limit.dividedBy(period)
              + " intervals, not "
              + periods);
    }
  }

  /**
   * The periods that are needed to see data that come late.
   *
   * @param offset how long after its interval's end a value comes
   */
  static int periodsFor(Duration period, Duration offset) {
    long late = offset.plus(period).minusSeconds(1).dividedBy(period);
    return Math.toIntExact(1 + late);
  }
}
