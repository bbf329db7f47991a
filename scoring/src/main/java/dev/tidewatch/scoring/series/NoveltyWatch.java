package dev.tidewatch.scoring.series;

/**
 * A value that lies where the series hardly ever was, with usual values on both sides of it:
 * between two states, between the steps of whole numbers. Its size says nothing; its place does:
 * how many values were near it, and how many would have been if all places were alike. Noise has
 * been everywhere within its range, so of noise this says nothing. Outside of the range it is for
 * others to speak.
 */
final class NoveltyWatch {
  /** Before so many values and seasons, it is the places that are unknown, not the value. */
  private static final double VALUES_BEFORE = 300;

  private static final double SEASONS_BEFORE = 3;

  /** Half as much as others have: trouble of this kind is rare. */
  private static final double PENALTY = StrictMath.log10(1 / 0.1);

  /** As large a part of the values lies on either side, or the value is one of the outermost. */
  private static final double INSIDE = 0.02;

  /** A bin and those beside it. */
  private static final double NEAR = 3;

  /** What counts as seen at places where nothing was. */
  private static final double PRIOR_VALUES = 0.5;

  private final int interval;
  private final Places places;
  private final NoveltyTail tail;
  private final double silent;

  /**
   * @param interval how far apart values are, in seconds
   */
  NoveltyWatch(Layout layout, Calendar calendar, int interval) {
    this.interval = interval;
    this.places = new Places(layout, interval);
    this.tail = new NoveltyTail(layout, calendar.valuesPerSeason());
    this.silent = Math.max(VALUES_BEFORE, SEASONS_BEFORE * calendar.valuesPerSeason());
  }

  void begin(float[] memory, int series) {
    places.begin(memory, series);
    tail.begin(memory, series);
  }

  /** log10 of the return period in seconds, its share of the alerts counted; takes the value in. */
  double score(float[] memory, int series, double value, double known) {
    double novelty = novelty(memory, series, value);
    double score = 0;
    if (novelty > 0 && known >= silent) {
      double period = tail.period(memory, series, novelty, known);
      score = Math.max(0, StrictMath.log10(interval * period) - PENALTY);
    }
    tail.learn(memory, series, novelty, known);
    places.learn(memory, series, value, known);
    return score;
  }

  /** In nepers; 0 for what is usual and for what is beyond the usual. */
  private double novelty(float[] memory, int series, double value) {
    double total = places.total(memory, series);
    double near = places.near(memory, series, value) + PRIOR_VALUES;
    double even = total * NEAR / Places.BINS;
    boolean seldom = near < even; // not if nothing is known, nor without a bin
    return seldom && places.beyond(memory, series, value) >= INSIDE * total
        ? StrictMath.log(even / near)
        : 0;
  }
}
