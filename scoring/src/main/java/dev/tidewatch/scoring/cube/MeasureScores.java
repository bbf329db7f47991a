package dev.tidewatch.scoring.cube;

import dev.tidewatch.scoring.series.PointScore;

/** What the engine says about one measure in one interval. */
public final class MeasureScores {
  private final Directory directory;
  private final Answers answers;
  private final int interval;
  private final int scopes;
  private final int[] cuboidSizes;

  MeasureScores(Directory directory, Answers answers, int interval, int scopes, int[] cuboidSizes) {
    this.directory = directory;
    this.answers = answers;
    this.interval = interval;
    this.scopes = scopes;
    this.cuboidSizes = cuboidSizes;
  }

  public Directory directory() {
    return directory;
  }

  /** How many scopes were known in this interval. */
  public int scopes() {
    return scopes;
  }

  /** How many scopes of a cuboid were known in this interval. */
  public int cuboidSize(int cuboid) {
    return cuboidSizes[cuboid];
  }

  public int leaves() {
    return cuboidSizes[cuboidSizes.length - 1];
  }

  /** NaN where there was none. */
  public double value(int scope) {
    return answers.value(interval, scope);
  }

  /** NaN while nothing is known. */
  public double expected(int scope) {
    return answers.expected(interval, scope);
  }

  /** Half the width of the band of what was expected. */
  public double reach(int scope) {
    return answers.reach(interval, scope);
  }

  /** log10 of the return period in seconds, not corrected for the number of scopes. */
  public double score(int scope) {
    return answers.score(interval, scope);
  }

  public PointScore point(int scope) {
    return answers.point(interval, scope);
  }
}
