package dev.tidewatch.scoring.series;

/**
 * Values that stay on one side of the long view, none of them remarkable: a level that moved, a
 * season that stays away, over a few hours; a leak, over a working day.
 */
final class ShiftWatch implements Watch {
  private final Trouble trouble;
  private final double horizon;
  private final Sustained away;

  ShiftWatch(Layout layout, Calendar calendar, Trouble trouble, double horizon) {
    this.trouble = trouble;
    this.horizon = horizon;
    this.away = new Sustained(layout, calendar, horizon);
  }

  @Override
  public Trouble trouble() {
    return trouble;
  }

  @Override
  public double horizon() {
    return horizon;
  }

  @Override
  public void begin(float[] memory, int series) {
    away.begin(memory, series);
  }

  @Override
  public double size(float[] memory, int series, Calendar now, Observation seen) {
    return away.size(memory, series, seen.away, seen.known);
  }
}
