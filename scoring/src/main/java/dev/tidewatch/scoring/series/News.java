package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.time.Instant;

/**
 * Which scores of a series are worth an alert. Trouble that lasts is told once; within a day it is
 * told again only when it has become twice as rare as what was told last. Scores themselves stay as
 * they are: a group stays open while they are high.
 */
public final class News {
  private static final Duration DAY = Duration.ofDays(1);

  private Instant toldAt = Instant.MIN;
  private double told;

  /**
   * @param score log10 of a return period, see {@link PointScore}; in the order of time
   * @return the score if it is news, 0 if it was told before
   */
  public double of(Instant moment, double score) {
    if (Duration.between(toldAt, moment).compareTo(DAY) > 0) {
      told = 0;
    }
    if (score < told + Told.TWICE) {
      return 0;
    }
    toldAt = moment;
    told = score;
    return score;
  }
}
