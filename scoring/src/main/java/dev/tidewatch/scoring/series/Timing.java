package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * How punctual the steep places of the day are: a job that starts some minutes early or late makes
 * large errors that are no more than a small shift in time. Such a value lies between the lowest
 * and the highest that the day's profile shows within the timing error (the envelope of dynamic
 * time warping, Keogh and Ratanamahatana 2005). The timing error is learnt on the series itself and
 * bounded: who stays away for longer is not late.
 */
final class Timing {
  /** At longer intervals a steep place lies between two values, not over several. */
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(15);

  /** In slots of the profile: 20 minutes at five minutes and less, an hour at fifteen. */
  private static final int MOST = 4;

  /** A place is steep where the profile moves by so many mean errors: no smooth day does. */
  private static final double STEEP = 10;

  /** A shift explains a value when the profile comes so close to it, in mean errors. */
  private static final double CLOSE = 2;

  /** So many mean errors from the profile is on time: all but one in a thousand Gaussian values. */
  private static final double ON_TIME = 4;

  /** Half a hundred steep values are remembered: a week of a job that starts and ends. */
  private static final double RATE = 0.02;

  /** Of the mean shift: four times of it are exceeded once in 700 if shifts are Gaussian. */
  private static final double WIDE = 4;

  /** Who comes on time to a fifth of a slot is punctual. */
  private static final double LEAST = 0.2;

  private final int shift;
  private final Profile day;
  private final int slots;
  private final boolean applies;

  Timing(Layout layout, Calendar calendar, Duration interval, Profile day) {
    this.shift = layout.reserve(1);
    this.day = day;
    this.slots = calendar.slots();
    this.applies = interval.compareTo(LONGEST_INTERVAL) <= 0;
  }

  void begin(float[] memory, int series) {
    memory[series + shift] = 0;
  }

  /**
   * How far from the expected, on the value's side of it, a value may lie now that comes early or
   * late: to where the profile is within the timing error. Who is punctual may come as the profile
   * says, however far the expected lags behind it. In units of the series; 0 where the day is not
   * steep.
   *
   * @param spread the mean error of values that come on time
   */
  double reach(
      float[] memory, int series, Calendar now, double value, double expected, double spread) {
    if (!applies) {
      return 0;
    }
    double off = Math.min(MOST, WIDE * memory[series + shift]);
    return reach(memory, series, now, value, expected, spread, off < LEAST ? 0 : off);
  }

  /** The same for a shift of so many slots. */
  private double reach(
      float[] memory,
      int series,
      Calendar now,
      double value,
      double expected,
      double spread,
      double off) {
    int whole = (int) off; // between whole shifts in proportion
    double inner = reachOfWhole(memory, series, now, value, expected, spread, whole);
    if (whole == MOST) {
      return inner;
    }
    double outer = reachOfWhole(memory, series, now, value, expected, spread, whole + 1);
    return inner + (off - whole) * (outer - inner);
  }

  /** The same for a shift of so many whole slots. */
  private double reachOfWhole(
      float[] memory,
      int series,
      Calendar now,
      double value,
      double expected,
      double spread,
      int off) {
    double here = day.mean(memory, series, now.slot());
    double least = here;
    double most = here;
    int around = Math.max(1, off); // one value alone is not steep
    for (int k = -around; k <= around; k++) {
      double mean = day.mean(memory, series, Math.floorMod(now.slot() + k, slots));
      least = Math.min(least, mean);
      most = Math.max(most, mean);
    }
    if (!(most - least >= STEEP * spread)) { // also where one of them was never seen
      return 0;
    }
    if (off == 0) {
      return Math.max(0, value > expected ? here - expected : expected - here);
    }
    return Math.max(
        0, value > expected ? most - Math.min(here, expected) : Math.max(here, expected) - least);
  }

  /**
   * Learns how far off this value came, where the day is steep and a shift explains the value.
   *
   * @param spread the mean error of values that come on time
   */
  void learn(
      float[] memory, int series, Calendar now, double value, double expected, double spread) {
    if (!applies || reachOfWhole(memory, series, now, value, expected, spread, 1) == 0) {
      return;
    }
    boolean onTime = Math.abs(value - day.mean(memory, series, now.slot())) <= ON_TIME * spread;
    double wanted = onTime ? 0 : Math.abs(value - expected) - CLOSE * spread;
    int off = 0;
    double reached = reach(memory, series, now, value, expected, spread, LEAST);
    while (off <= MOST && reached < wanted) {
      off++;
      reached = reachOfWhole(memory, series, now, value, expected, spread, off);
    }
    if (off <= MOST) {
      memory[series + shift] += (float) (RATE * (off - memory[series + shift]));
    }
  }
}
