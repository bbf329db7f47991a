package dev.tidewatch.scoring.cube;

import dev.tidewatch.scoring.series.Direction;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.Severity;
import dev.tidewatch.scoring.series.Trouble;
import java.util.Arrays;

/** What the engine says about every scope of one measure in some intervals, column by column. */
public final class Answers {
  private static final Trouble[] TROUBLES = Trouble.values();

  private final int scopes;
  final double[] values;
  private final float[] expected;
  private final float[] lower;
  private final float[] upper;
  private final float[] scores;
  private final byte[] troubles;

  Answers(int intervals, int scopes) {
    this.scopes = scopes;
    int cells = Math.multiplyExact(intervals, scopes);
    values = new double[cells];
    Arrays.fill(values, Double.NaN);
    expected = new float[cells];
    lower = new float[cells];
    upper = new float[cells];
    scores = new float[cells];
    troubles = new byte[cells];
    Arrays.fill(expected, Float.NaN);
  }

  int cell(int interval, int scope) {
    return interval * scopes + scope;
  }

  @SuppressWarnings("EnumOrdinal") // for the time of one block only
  void put(int cell, PointScore point) {
    expected[cell] = (float) point.expected();
    lower[cell] = (float) point.lower();
    upper[cell] = (float) point.upper();
    scores[cell] = (float) point.score();
    troubles[cell] = (byte) point.trouble().ordinal();
  }

  double value(int interval, int scope) {
    return values[cell(interval, scope)];
  }

  double expected(int interval, int scope) {
    return expected[cell(interval, scope)];
  }

  /** Half the width of the band. */
  double reach(int interval, int scope) {
    int cell = cell(interval, scope);
    return ((double) upper[cell] - lower[cell]) / 2;
  }

  double score(int interval, int scope) {
    return scores[cell(interval, scope)];
  }

  PointScore point(int interval, int scope) {
    int cell = cell(interval, scope);
    return new PointScore(
        values[cell],
        expected[cell],
        lower[cell],
        upper[cell],
        scores[cell],
        Severity.of(scores[cell]),
        values[cell] >= expected[cell] ? Direction.ABOVE : Direction.BELOW,
        TROUBLES[troubles[cell]]);
  }
}
