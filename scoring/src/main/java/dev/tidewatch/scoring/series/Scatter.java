package dev.tidewatch.scoring.series;

/**
 * How far values lie from what is expected as a rule: the mean absolute error by hour of the day,
 * shrunk towards that of the whole day while an hour has few values.
 */
final class Scatter {
  private static final double PRIOR_VALUES = 30;

  private final int errors;
  private final int counts;
  private final int whole;
  private final double rate;
  private final double wholeRate;
  private final double most;

  Scatter(Layout layout, Calendar calendar, double rate, double wholeRate) {
    this.errors = layout.reserve(calendar.parts());
    this.counts = layout.reserve(calendar.parts());
    this.whole = layout.reserve(1);
    this.rate = rate;
    this.wholeRate = wholeRate;
    this.most = 1 / rate;
  }

  /** Of the whole day, NaN while nothing is known. */
  double whole(float[] memory, int series) {
    return memory[series + whole];
  }

  /** At this hour, NaN while nothing is known. */
  double now(float[] memory, int series, Calendar now) {
    double count = memory[series + counts + now.part()];
    double all = memory[series + whole];
    if (Double.isNaN(count)) {
      return all;
    }
    return (count * memory[series + errors + now.part()] + PRIOR_VALUES * all)
        / (count + PRIOR_VALUES);
  }

  void learn(float[] memory, int series, Calendar now, double error, double seen) {
    double old = memory[series + whole];
    double step = Math.max(wholeRate, 1 / (seen + 1));
    memory[series + whole] = (float) (Double.isNaN(old) ? error : old + step * (error - old));
    int at = series + counts + now.part();
    double count = Float.isNaN(memory[at]) ? 0 : memory[at];
    double hourly = count == 0 ? error : memory[series + errors + now.part()];
    memory[series + errors + now.part()] =
        (float) (hourly + Math.max(rate, 1 / (count + 1)) * (error - hourly));
    memory[at] = (float) Math.min(most, count + 1);
  }
}
