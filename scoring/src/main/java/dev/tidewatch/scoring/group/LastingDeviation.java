package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * Deviations of the last intervals summed up: several values off to the same side, none of them
 * remarkable. The forecast is the engine's own, which follows a change within some intervals, so
 * this sees short changes best.
 */
final class LastingDeviation implements Evidence {
  private static final double KEEP = 0.8;

  private final RunningSums sums;

  LastingDeviation() {
    sums = new RunningSums(1 / (1 - KEEP), 200);
  }

  @Override
  public double largest() {
    return 24;
  }

  @Override
  public double spacing() {
    return 0.5;
  }

  @Override
  public void look(LocalTime time, MeasureScores scores, Findings findings) {
    sums.grow(scores.scopes());
    for (int scope = 0; scope < scores.scopes(); scope++) {
      double spread = scores.reach(scope) / ERRORS_A_REACH;
      double deviation = (scores.value(scope) - scores.expected(scope)) / spread;
      if (spread > 0 && !Double.isNaN(deviation)) {
        sums.add(scope, deviation);
        sums.find(scope, deviation, scores.expected(scope), spread, findings);
      }
    }
  }

  @Override
  public void renumber(int[] former) {
    sums.renumber(former);
  }

  @Override
  public void write(StateWriter out) {
    sums.write(out);
  }

  @Override
  public void read(StateReader in, int scopes) {
    sums.read(in, scopes);
  }
}
