package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * The score of the interval's value alone: log10 of the return period in intervals. Of the period
 * the eighth root is taken for the tail: on that scale the largest of many healthy scopes fall off
 * exponentially, about, whatever the noise. (On the scale of its logarithm they fall off faster, on
 * that of its fourth root more slowly: found by counting groups on quiet data.)
 */
final class LoneValue implements Evidence {
  private static final double ROOT = 8;

  private final double logInterval;

  LoneValue(long interval) {
    logInterval = StrictMath.log10((double) interval);
  }

  @Override
  public double largest() {
    return 24;
  }

  @Override
  public double spacing() {
    return 0.2;
  }

  @Override
  public double onScale(double size) {
    return size > 0 ? StrictMath.pow(10, size / ROOT) : 0;
  }

  @Override
  public void look(LocalTime time, MeasureScores scores, Findings findings) {
    for (int scope = 0; scope < scores.scopes(); scope++) {
      double score = scores.score(scope);
      double deviation = scores.value(scope) - scores.expected(scope);
      if (score > 0 && !Double.isNaN(deviation)) {
        double size = Math.max(Double.MIN_VALUE, score - logInterval);
        double sigma = SIGMAS_OF_MEAN_ERROR * scores.reach(scope) / ERRORS_A_REACH;
        findings.put(scope, size, deviation, scores.expected(scope), sigma);
      }
    }
  }

  @Override
  public void renumber(int[] former) {}

  @Override
  public void write(StateWriter out) {}

  @Override
  public void read(StateReader in, int scopes) {}
}
