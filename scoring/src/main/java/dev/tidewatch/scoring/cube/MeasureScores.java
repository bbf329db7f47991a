package dev.tidewatch.scoring.cube;

import dev.tidewatch.scoring.series.PointScore;
import java.util.Objects;

/** What the engine says about one measure in one interval. */
public final class MeasureScores {
  private final KnownScopes known;
  private final Answers answers;
  private final int interval;

  MeasureScores(KnownScopes known, Answers answers, int interval) {
    this.known = known;
    this.answers = answers;
    this.interval = interval;
  }

  /** The scopes that were known in this interval. */
  public KnownScopes known() {
    return known;
  }

  public Directory directory() {
    return known.directory();
  }

  /** How many scopes were known in this interval. */
  public int scopes() {
    return known.scopes();
  }

  public int leaves() {
    return known.leaves();
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
    return answers.point(interval, Objects.checkIndex(scope, scopes()));
  }
}
