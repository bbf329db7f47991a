package dev.tidewatch.scoring.series;

/**
 * How rarely a series comes to places so seldom seen: the most novel value of each season (a day)
 * falls off exponentially, with a mean known from the seasons so far (its predictive distribution,
 * a Lomax), and this is mixed with what would be said without a past. Two numbers a series.
 */
final class NoveltyTail {
  private static final double PRIOR_SEASONS = 8;
  private static final double PRIOR_MEAN = 1;
  private static final double MOST_SEASONS = 150;

  private final int mean;
  private final int peak;
  private final int season;

  /**
   * @param season how many values a season has
   */
  NoveltyTail(Layout layout, int season) {
    this.mean = layout.reserve(1);
    this.peak = layout.reserve(1);
    this.season = season;
  }

  void begin(float[] memory, int series) {
    memory[series + mean] = (float) PRIOR_MEAN;
    memory[series + peak] = 0;
  }

  /**
   * How many values pass on average until a healthy series like this shows such a novelty once.
   *
   * @param seen how many values came before
   */
  double period(float[] memory, int series, double novelty, double seen) {
    double known = PRIOR_SEASONS + Math.min(MOST_SEASONS, seen / season);
    double doubt = PRIOR_SEASONS / known;
    double probability =
        (1 - doubt) * lomax(novelty, memory[series + mean], known)
            + doubt * lomax(novelty, PRIOR_MEAN, PRIOR_SEASONS);
    return season / probability;
  }

  /** Predictive of an exponential whose mean was seen over so many values. */
  private static double lomax(double size, double mean, double values) {
    return StrictMath.pow(1 + size / (values * mean), -values);
  }

  void learn(float[] memory, int series, double novelty, double seen) {
    memory[series + peak] = Math.max(memory[series + peak], (float) novelty);
    if ((int) seen % season == season - 1) {
      double known = PRIOR_SEASONS + Math.min(MOST_SEASONS, seen / season);
      memory[series + mean] += (float) ((memory[series + peak] - memory[series + mean]) / known);
      memory[series + peak] = 0;
    }
  }
}
