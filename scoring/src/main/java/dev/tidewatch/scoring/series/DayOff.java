package dev.tidewatch.scoring.series;

/**
 * A day that looks like a Sunday, whatever day it is: what a holiday looks like in the hours of
 * work. The profile of last Sundays by hour, following the level. It is heard, as any predictor,
 * only as far as it was right lately.
 */
final class DayOff extends Shifted {
  private final ShiftedWeek week;

  /** Shares the profile of the week, which that predictor teaches. */
  DayOff(Layout layout, ShiftedWeek week, double offsetRate) {
    super(layout, offsetRate);
    this.week = week;
  }

  @Override
  double shape(float[] memory, int series, Calendar now) {
    return week.sunday(memory, series, now);
  }
}
