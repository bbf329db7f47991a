package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.series.Severity;
import java.time.Duration;

/**
 * When anomaly groups open and close.
 *
 * @param openingSeverity a group opens at this severity, 0 to 100
 * @param stayingSeverity an open group goes on at this severity, at most the one above: what is
 *     related to something severe needs less to be believed
 * @param quietIntervals so many intervals below close it
 * @param fifty how often a healthy metric set, all its measures together, shows a group of severity
 *     50 and more; every 20 points are ten times rarer
 */
public record GroupSettings(
    double openingSeverity, double stayingSeverity, int quietIntervals, Duration fifty) {
  /**
   * Groups are kept from a severity on that nobody is woken for: whoever looks may see them. One
   * false alert in four days, of severity 50, is what a reader bears; on quiet data it was one a
   * week and fewer.
   */
  public static final GroupSettings DEFAULT = new GroupSettings(40, 25, 3, Duration.ofDays(4));

  public GroupSettings {
    if (!(openingSeverity > 0 && openingSeverity <= 100)) {
      throw new IllegalArgumentException("an opening severity is 0 to 100, not " + openingSeverity);
    }
    if (!(stayingSeverity > 0 && stayingSeverity <= openingSeverity)) {
      throw new IllegalArgumentException(
          "a staying severity is 0 to the opening severity, not " + stayingSeverity);
    }
    if (quietIntervals < 0) {
      throw new IllegalArgumentException("quiet intervals are 0 or more, not " + quietIntervals);
    }
    if (fifty.isNegative() || fifty.isZero()) {
      throw new IllegalArgumentException("severity 50 is once in a while, not once in " + fifty);
    }
  }

  /**
   * The severity of one measure's group.
   *
   * @param score log10 of the measure's return period in seconds
   * @param measures how many the metric set has
   */
  double severity(double score, int measures) {
    double longest = StrictMath.log10((double) measures * fifty.toSeconds());
    return Severity.rarerThanFifty(score - longest);
  }
}
