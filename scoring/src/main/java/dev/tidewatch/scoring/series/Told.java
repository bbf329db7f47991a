package dev.tidewatch.scoring.series;

/**
 * What was told about a series lately. Trouble that lasts is told once, and again within a day only
 * when it has become twice as rare as what was told before.
 */
final class Told {
  private static final double DAY = 86_400;

  /** How much rarer, in powers of ten, trouble must become to be told again. */
  static final double TWICE = StrictMath.log10(2);

  private final int score;
  private final int values;
  private final double valuesPerDay;

  Told(Layout layout, int intervalSeconds) {
    this.score = layout.reserve(1);
    this.values = layout.reserve(1);
    this.valuesPerDay = DAY / intervalSeconds;
  }

  void begin(float[] memory, int series) {
    memory[series + score] = 0;
    memory[series + values] = 0;
  }

  /** Whether a score, log10 of a return period, is news; then it counts as told. */
  boolean news(float[] memory, int series, double now) {
    memory[series + values]++;
    if (memory[series + values] > valuesPerDay) {
      memory[series + score] = 0;
    }
    if (now < memory[series + score] + TWICE) {
      return false;
    }
    memory[series + score] = (float) now;
    memory[series + values] = 0;
    return true;
  }
}
