package dev.tidewatch.scoring.series;

/**
 * How far values lie from what is expected as a rule: the mean absolute error by hour of the day,
 * shrunk towards that of the whole day while an hour has few values.
 */
final class Scatter {
  private final double prior;

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
    double perPart = Math.max(1, (double) calendar.valuesPerSeason() / calendar.parts());
    this.rate =
        Tuning.PART_DAYS > 0 ? 1 / Math.max(Tuning.PART_LEAST, Tuning.PART_DAYS * perPart) : rate;
    this.wholeRate =
        Tuning.WHOLE_DAYS > 0
            ? 1 / Math.max(Tuning.WHOLE_LEAST, Tuning.WHOLE_DAYS * calendar.valuesPerSeason())
            : wholeRate;
    this.prior = Math.max(Tuning.PRIOR_LEAST, Tuning.PRIOR_DAYS * perPart);
    this.most = 1 / this.rate;
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
    return (count * memory[series + errors + now.part()] + prior * all) / (count + prior);
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
