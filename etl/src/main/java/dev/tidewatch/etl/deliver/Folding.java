package dev.tidewatch.etl.deliver;

/**
 * Rows that were added up into one because the interval had too many.
 *
 * @param rows how many; zero when every row stands for itself
 * @param records how many records are in them
 */
public record Folding(int rows, long records) {
  public static final Folding NONE = new Folding(0, 0);

  public boolean isEmpty() {
    return rows == 0;
  }
}
