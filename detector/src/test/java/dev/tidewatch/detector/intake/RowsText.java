package dev.tidewatch.detector.intake;

import dev.tidewatch.scoring.cube.IntervalRows;
import java.util.ArrayList;
import java.util.List;

/** Rows as texts, for tests. */
public final class RowsText {
  private RowsText() {}

  /** A line a row: dimension values, then measures. */
  public static List<String> of(IntervalRows rows, int dimensions, int measures) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < dimensions; i++) {
        line.append(rows.dimension(i, row)).append(' ');
      }
      for (int i = 0; i < measures; i++) {
        line.append(rows.measure(i, row)).append(' ');
      }
      lines.add(line.toString().strip());
    }
    return lines;
  }
}
