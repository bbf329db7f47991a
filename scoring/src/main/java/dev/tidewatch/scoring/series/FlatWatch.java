package dev.tidewatch.scoring.series;

/**
 * Values that stand still where they used to move: how little one expects so many equal values in a
 * row, given how often a value repeats the last one; zeros, which are often the rule, apart.
 */
final class FlatWatch implements Watch {
  private static final double PRIOR_VALUES = 20;
  private static final double PRIOR_REPEATS = 2;
  private static final double DAYS = 14;

  /** Never believe that repeats are rarer than this: few were seen when they are rare. */
  private static final double LEAST_SHARE = 0.02;

  /** A series that stands still half of the time does not move as a rule. */
  private static final double STILL = 0.5;

  /** Nepers of surprise that make the size grow by one. */
  private static final double UNIT = 3;

  private final int last;
  private final int run;
  private final int zeros;
  private final int others;
  private final double horizon;
  private final double forget;

  FlatWatch(Layout layout, Calendar calendar) {
    this.last = layout.reserve(1);
    this.run = layout.reserve(1);
    this.zeros = layout.reserve(2);
    this.others = layout.reserve(2);
    this.horizon = calendar.valuesPerSeason();
    this.forget = 1 / (DAYS * horizon);
  }

  @Override
  public Trouble trouble() {
    return Trouble.FLATLINE;
  }

  /** A day: quiet hours come back every night. */
  @Override
  public double horizon() {
    return horizon;
  }

  @Override
  public boolean specific() {
    return true;
  }

  @Override
  public void begin(float[] memory, int series) {
    memory[series + run] = 0;
    for (int at : new int[] {zeros, others}) {
      memory[series + at] = (float) PRIOR_REPEATS;
      memory[series + at + 1] = (float) PRIOR_VALUES;
    }
  }

  @Override
  public double size(float[] memory, int series, Calendar now, Observation seen) {
    float value = (float) seen.value;
    float before = memory[series + last];
    boolean repeats = value == before;
    memory[series + last] = value;
    memory[series + run] = repeats ? memory[series + run] + 1 : 0;
    int kind = series + (before == 0 ? zeros : others);
    double share = memory[kind] / memory[kind + 1];
    if (!Float.isNaN(before)) {
      count(memory, kind, repeats);
    }
    return share > STILL ? 1 : 1 + surprise(memory[series + run], share) / UNIT;
  }

  /** One repeat is a coincidence in any long series; it is the second one that tells. */
  private static double surprise(double repeats, double share) {
    return repeats > 1 ? -(repeats - 1) * StrictMath.log(Math.max(share, LEAST_SHARE)) : 0;
  }

  private void count(float[] memory, int kind, boolean repeats) {
    memory[kind] += (float) ((repeats ? 1 : 0) - forget * memory[kind]);
    memory[kind + 1] += (float) (1 - forget * memory[kind + 1]);
  }
}
