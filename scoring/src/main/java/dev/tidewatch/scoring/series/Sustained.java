package dev.tidewatch.scoring.series;

/**
 * How far the mean over a horizon is from nothing, in units of how far it is as a rule. It counts
 * only as far as the last quarter of the horizon bears it out, so that it ends when the trouble
 * does and not when the memory of it fades.
 */
final class Sustained {
  private static final double BRIEF = 4;
  private static final double DAYS = 5;

  private final int mean;
  private final int brief;
  private final double rate;
  private final Usual usual;
  private final double season;

  /**
   * @param values the horizon: the time constant of the exponentially weighted mean
   */
  Sustained(Layout layout, Calendar calendar, double values) {
    this.mean = layout.reserve(1);
    this.brief = layout.reserve(1);
    this.rate = 1 / values;
    this.season = calendar.valuesPerSeason();
    this.usual = new Usual(layout, 1 / (DAYS * season));
  }

  void begin(float[] memory, int series) {
    memory[series + mean] = 0;
    memory[series + brief] = 0;
  }

  double size(float[] memory, int series, double value, double known) {
    double lately = follow(memory, series + brief, Math.min(0.5, BRIEF * rate), value);
    double whole = follow(memory, series + mean, Math.max(rate, 1 / (known + 1)), value);
    double typical = usual.size(memory, series);
    // The first day, against which no season is known yet, says nothing about what is usual.
    if (known > season) {
      usual.learn(memory, series, Math.abs(whole), known - season);
    }
    if (!(typical > 0) || lately * whole <= 0) {
      return 0;
    }
    return Math.min(Math.abs(whole), Math.abs(lately)) / typical;
  }

  private static double follow(float[] memory, int at, double rate, double value) {
    memory[at] += (float) (rate * (value - memory[at]));
    return memory[at];
  }
}
