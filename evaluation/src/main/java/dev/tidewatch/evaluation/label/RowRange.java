package dev.tidewatch.evaluation.label;

/**
 * Rows of a series that follow each other.
 *
 * @param first the first of them, counted from 0
 * @param last the last of them, included
 */
public record RowRange(int first, int last) {
  public RowRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("rows go from 0 up, not from " + first + " to " + last);
    }
  }

  public int length() {
    return last - first + 1;
  }

  public boolean contains(int row) {
    return row >= first && row <= last;
  }
}
