package dev.tidewatch.scoring.series;

/** Values that scatter more, or less, than they used to. */
final class ScatterWatch implements Watch {
  private static final double DAYS = 3;

  private final double horizon;
  private final Usual usual;
  private final Sustained change;

  ScatterWatch(Layout layout, Calendar calendar, double horizon) {
    this.horizon = horizon;
    this.usual = new Usual(layout, 1 / (DAYS * calendar.valuesPerSeason()));
    this.change = new Sustained(layout, calendar, horizon);
  }

  @Override
  public Trouble trouble() {
    return Trouble.VARIANCE;
  }

  @Override
  public double horizon() {
    return horizon;
  }

  @Override
  public void begin(float[] memory, int series) {
    change.begin(memory, series);
  }

  @Override
  public double size(float[] memory, int series, Calendar now, Observation seen) {
    double typical = usual.size(memory, series);
    usual.learn(memory, series, seen.surprise, seen.known);
    double relative = typical > 0 ? seen.surprise / typical - 1 : 0;
    return change.size(memory, series, relative, seen.known);
  }
}
