package dev.tidewatch.detector.anomaly;

import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.cube.MeasureScores;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what the engine said of an interval, all series together: one commit, few rows. */
public final class PointWriter {
  static final int BLOCK = 256;

  private PointWriter() {}

  /**
   * Writes the points of an interval.
   *
   * @param measures the names of the measures, in the order of the scores
   * @param numbers gives the series their numbers; written, too
   */
  public static void write(
      Handle handle,
      long detector,
      List<String> measures,
      IntervalScores scores,
      SeriesNumbers numbers) {
    int[] scopeOfNumber = scopes(scores, numbers);
    numbers.write(handle);
    PreparedBatch batch = handle.prepareBatch("INSERT INTO point_interval VALUES (?, ?, ?, ?, ?)");
    for (int measure = 0; measure < measures.size(); measure++) {
      for (int from = 0; from < scopeOfNumber.length; from += BLOCK) {
        int[] block =
            Arrays.copyOfRange(scopeOfNumber, from, Math.min(from + BLOCK, scopeOfNumber.length));
        batch.add(
            detector,
            scores.start().getEpochSecond(),
            measures.get(measure),
            from / BLOCK,
            bytes(scores, measure, block));
      }
    }
    batch.execute();
  }

  /** Which of the engine's scopes has each number; -1: none any more. */
  private static int[] scopes(IntervalScores scores, SeriesNumbers numbers) {
    int[] given = new int[scores.series()];
    for (int scope = 0; scope < given.length; scope++) {
      given[scope] = numbers.of(scores.scope(scope));
    }
    int[] scopeOfNumber = new int[numbers.size()];
    Arrays.fill(scopeOfNumber, -1);
    for (int scope = 0; scope < given.length; scope++) {
      scopeOfNumber[given[scope]] = scope;
    }
    return scopeOfNumber;
  }

  private static byte[] bytes(IntervalScores scores, int measure, int[] scopes) {
    MeasureScores answers = scores.measures().get(measure);
    ByteBuffer bytes = ByteBuffer.allocate(scopes.length * PointBytes.POINT);
    for (int scope : scopes) {
      if (scope < 0) {
        PointBytes.putNothing(bytes);
      } else {
        PointBytes.put(bytes, Point.of(scores.start(), answers.point(scope)));
      }
    }
    return bytes.array();
  }
}
