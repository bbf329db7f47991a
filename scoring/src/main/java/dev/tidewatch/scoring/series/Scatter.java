package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * How far values lie from what is expected as a rule: the mean absolute error by hour of the day,
 * shrunk towards that of the whole day while an hour has few values. Its memory is measured in
 * days, not in values: what a series does in a busy hour must not be forgotten overnight.
 */
final class Scatter {
  /** A mean over fewer values than that is no mean. */
  private static final double LEAST_VALUES = 100;

  /** The whole day counts as so many values of each hour, and at least as two days of them. */
  private static final double PRIOR_VALUES = 30;

  private static final double PRIOR_DAYS = 2;

  /** Four weeks of minutely values are 1,680 an hour of the day. */
  private static final int COUNT_BITS = 12;

  private final int errors;
  private final SmallCounts counts;
  private final int whole;
  private final double rate;
  private final double wholeRate;
  private final int most;
  private final double prior;

  /**
   * @param memoryOf over so much time means are taken
   */
  Scatter(Layout layout, Calendar calendar, Duration memoryOf) {
    this.errors = layout.reserve(calendar.parts());
    this.counts = new SmallCounts(layout, calendar.parts(), COUNT_BITS);
    this.whole = layout.reserve(1);
    double perPart = Math.max(1, (double) calendar.valuesPerSeason() / calendar.parts());
    double seasons = memoryOf.toDays();
    this.most = (int) Math.max(LEAST_VALUES, seasons * perPart);
    this.rate = 1.0 / most;
    this.wholeRate = 1 / Math.max(LEAST_VALUES, seasons * calendar.valuesPerSeason());
    this.prior = Math.max(PRIOR_VALUES, PRIOR_DAYS * perPart);
  }

  /** Of the whole day, NaN while nothing is known. */
  double whole(float[] memory, int series) {
    return memory[series + whole];
  }

  /** At this hour, NaN while nothing is known. */
  double now(float[] memory, int series, Calendar now) {
    double count = counts.get(memory, series, now.part());
    double all = memory[series + whole];
    if (count == 0) {
      return all;
    }
    return (count * memory[series + errors + now.part()] + prior * all) / (count + prior);
  }

  void learn(float[] memory, int series, Calendar now, double error, double seen) {
    double old = memory[series + whole];
    double step = Math.max(wholeRate, 1 / (seen + 1));
    memory[series + whole] = (float) (Double.isNaN(old) ? error : old + step * (error - old));
    double count = counts.get(memory, series, now.part());
    double hourly = count == 0 ? error : memory[series + errors + now.part()];
    memory[series + errors + now.part()] =
        (float) (hourly + Math.max(rate, 1 / (count + 1)) * (error - hourly));
    counts.set(memory, series, now.part(), (int) Math.min(most, count + 1));
  }
}
