package dev.tidewatch.scoring.series;

/**
 * Whole numbers from 0 on, several in a float: it holds 24 bits exactly. They are 0 at first, be it
 * that the floats are NaN or 0.
 */
final class SmallCounts {
  private static final int BITS_OF_FLOAT = 24;

  private final int start;
  private final int bits;
  private final int perFloat;
  private final int most;

  /**
   * @param bits of each number, 1 to 24
   */
  SmallCounts(Layout layout, int numbers, int bits) {
    this.bits = bits;
    this.perFloat = BITS_OF_FLOAT / bits;
    this.most = (1 << bits) - 1;
    this.start = layout.reserve((numbers + perFloat - 1) / perFloat);
  }

  int get(float[] memory, int series, int which) {
    return ((int) memory[series + start + which / perFloat] >> shift(which)) & most;
  }

  /** Larger ones count as the largest there is. */
  void set(float[] memory, int series, int which, int number) {
    int at = series + start + which / perFloat;
    int shift = shift(which);
    int others = (int) memory[at] & ~(most << shift);
    memory[at] = others | Math.min(most, number) << shift;
  }

  private int shift(int which) {
    return which % perFloat * bits;
  }
}
