package dev.tidewatch.scoring.series;

/** The mean value of each part of a season: the slots of a day, the hours of a week. */
final class Profile {
  private final int means;
  private final int valuesPerPart;
  private final double rate;

  /**
   * @param parts how many parts the season has
   * @param valuesPerPart how many values fall into a part each season
   * @param rate weight of the newest season, 0 to 1
   */
  Profile(Layout layout, int parts, int valuesPerPart, double rate) {
    this.means = layout.reserve(parts);
    this.valuesPerPart = valuesPerPart;
    this.rate = rate;
  }

  /** The part's mean, NaN while it was never seen. */
  double mean(float[] memory, int series, int part) {
    return memory[series + means + part];
  }

  /**
   * @param seasons how many seasons were seen before: the first ones weigh alike
   */
  void learn(float[] memory, int series, int part, double seasons, double value) {
    int at = series + means + part;
    double old = memory[at];
    double step = Math.max(rate, 1 / (seasons + 1)) / valuesPerPart;
    memory[at] = (float) (Double.isNaN(old) ? value : old + step * (value - old));
  }
}
