package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * A value that lies where the series hardly ever was, with usual values on both sides of it:
 * between two states, between the steps of whole numbers. Its size says nothing; its place does:
 * how many values were near it, and how many would have been if all places were alike. Noise has
 * been everywhere within its range, so of noise this says nothing. Outside of the range it is for
 * others to speak.
 */
final class NoveltyWatch implements Watch {
  private static final Duration MEMORY = Duration.ofDays(56);
  private static final double LEAST_VALUES = 400;

  /** Before so many values and seasons, it is the places that are unknown, not the value. */
  private static final double VALUES_BEFORE = 300;

  private static final double SEASONS_BEFORE = 3;

  /** Half as much as the least shares of others: trouble of this kind is rare. */
  private static final double SHARE = 0.1;

  /** As large a part of the values lies on either side, or the value is one of the outermost. */
  private static final double INSIDE = 0.02;

  /** A bin and those beside it. */
  private static final double NEAR = 3;

  /** What counts as seen at places where nothing was. */
  private static final double PRIOR_VALUES = 0.5;

  private final Places places;
  private final double horizon;

  /**
   * @param interval how far apart values are, in seconds
   */
  NoveltyWatch(Layout layout, Calendar calendar, int interval) {
    this.places =
        new Places(layout, Math.max(LEAST_VALUES, (double) MEMORY.toSeconds() / interval));
    this.horizon = calendar.valuesPerSeason();
  }

  @Override
  public Trouble trouble() {
    return Trouble.NOVELTY;
  }

  @Override
  public double share() {
    return SHARE;
  }

  @Override
  public double silence() {
    return Math.max(VALUES_BEFORE, SEASONS_BEFORE * horizon);
  }

  /** A day: what passes through seldom places does so every morning. */
  @Override
  public double horizon() {
    return horizon;
  }

  @Override
  public void begin(float[] memory, int series) {
    places.begin(memory, series);
  }

  @Override
  public double size(float[] memory, int series, Calendar now, Observation seen) {
    double size = size(memory, series, seen.value);
    places.learn(memory, series, seen.value, seen.known);
    return size;
  }

  private double size(float[] memory, int series, double value) {
    double total = places.total(memory, series);
    double near = places.near(memory, series, value) + PRIOR_VALUES;
    double even = total * NEAR / Places.BINS;
    boolean seldom = near < even; // not if nothing is known, nor without a bin
    return seldom && places.beyond(memory, series, value) >= INSIDE * total
        ? 1 + StrictMath.log(even / near)
        : 1;
  }
}
