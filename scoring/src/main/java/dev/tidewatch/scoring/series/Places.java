package dev.tidewatch.scoring.series;

import java.util.Arrays;

/**
 * Where the values of a series lie: slowly forgotten counts in bins of equal width. The bins cover
 * what all but a few values need, whatever their size: they grow twice as wide when values keep
 * falling beside them, and begin anew, narrower, when most of them stand empty.
 */
final class Places {
  static final int BINS = 48;

  /** As many together on one side are taken in, by wider bins. */
  private static final double TAKEN_IN = 0.01;

  /** As many at one end are given up for bins that suit the others. */
  private static final double GIVEN_UP = 0.005;

  /** Bins that all values lie in: fewer say little of where; anew, up to twice as many. */
  private static final int FEW = BINS / 3;

  /** Forgetting costs a walk: once in so many values. */
  private static final int UPKEEP = 64;

  /** No bin is narrower than such a part of the values in it, nor than that power of two. */
  private static final int FINEST = 14;

  private static final int NARROWEST = -100;

  private final int counts;
  private final int total;
  private final int below;
  private final int above;
  private final int exponent;
  private final int first;
  private final float keep;
  private final float[] moved = new float[BINS];

  /**
   * @param memory after so many values a value counts only a third (1/e)
   */
  Places(Layout layout, double memory) {
    this.counts = layout.reserve(BINS);
    this.total = layout.reserve(1);
    this.below = layout.reserve(1);
    this.above = layout.reserve(1);
    this.exponent = layout.reserve(1);
    this.first = layout.reserve(1);
    this.keep = (float) StrictMath.exp(-UPKEEP / memory);
  }

  void begin(float[] memory, int series) {
    Arrays.fill(memory, series + counts, series + counts + BINS + 3, 0);
    memory[series + exponent] = 0;
    memory[series + first] = Float.NaN;
  }

  /** How many values are remembered. */
  double total(float[] memory, int series) {
    return memory[series + total];
  }

  /** How many of them lie in the bin of that value or right beside it; NaN if it has no bin. */
  double near(float[] memory, int series, double value) {
    int bin = bin(memory, series, value);
    if (bin < 0) {
      return Double.NaN;
    }
    int at = series + counts;
    double left = bin == 0 ? memory[series + below] : memory[at + bin - 1];
    double right = bin == BINS - 1 ? memory[series + above] : memory[at + bin + 1];
    return left + memory[at + bin] + right;
  }

  /** How many of them lie in the bins to the left or those to the right, whichever are fewer. */
  double beyond(float[] memory, int series, double value) {
    int bin = bin(memory, series, value);
    double left = memory[series + below];
    for (int i = 0; i < bin; i++) {
      left += memory[series + counts + i];
    }
    double right = memory[series + above];
    for (int i = bin + 1; i < BINS; i++) {
      right += memory[series + counts + i];
    }
    return Math.min(left, right);
  }

  /** The bin of a value; negative if it has none. */
  private int bin(float[] memory, int series, double value) {
    double bin = index(memory, series, value) - memory[series + first];
    return bin >= 0 && bin < BINS ? (int) bin : -1;
  }

  private double index(float[] memory, int series, double value) {
    return index(value, (int) memory[series + exponent]);
  }

  private static double index(double value, int exponent) {
    return Math.floor(value * StrictMath.scalb(1.0, -exponent));
  }

  /**
   * @param seen how many values came before
   */
  void learn(float[] memory, int series, double value, double seen) {
    if (Float.isNaN(memory[series + first])) {
      place(memory, series, value, Integer.MIN_VALUE);
    }
    memory[series + total]++;
    int bin = bin(memory, series, value);
    if (bin >= 0) {
      memory[series + counts + bin]++;
    } else {
      beside(memory, series, value);
    }
    if (((int) seen & (UPKEEP - 1)) == UPKEEP - 1) {
      forget(memory, series);
    }
  }

  /** Bins anew, with that value in the middle of them. */
  private void place(float[] memory, int series, double value, int wanted) {
    int power = Math.max(finest(value), wanted);
    memory[series + exponent] = power;
    memory[series + first] = (float) (index(value, power) - BINS / 2);
  }

  private static int finest(double value) {
    return Math.max(NARROWEST, StrictMath.getExponent(value) - FINEST);
  }

  private void beside(float[] memory, int series, double value) {
    boolean low = index(memory, series, value) < memory[series + first];
    int side = series + (low ? below : above);
    memory[side]++;
    if (memory[side] > TAKEN_IN * memory[series + total]) {
      memory[series + total] -= memory[side] - 1;
      memory[side] = 0;
      takeIn(memory, series, value);
    }
  }

  /** Moves the bins, and widens them where that is not enough, until the value has one. */
  private void takeIn(float[] memory, int series, double value) {
    giveUp(memory, series);
    int power = (int) memory[series + exponent];
    double old = memory[series + first];
    double low = old + lowest(memory, series);
    double high = old + highest(memory, series);
    boolean empty = low > high;
    int wider = Math.max(0, finest(value) - power);
    double index = index(value, power);
    double from = empty ? index : Math.min(low, index);
    double to = empty ? index : Math.max(high, index);
    while (halved(to, wider) - halved(from, wider) >= BINS) {
      wider++;
    }
    double width = halved(to, wider) - halved(from, wider) + 1;
    double start = halved(from, wider) - Math.floor((BINS - width) / 2);
    Arrays.fill(moved, 0);
    for (int i = 0; i < BINS; i++) {
      float count = memory[series + counts + i];
      if (count > 0) {
        moved[(int) (halved(old + i, wider) - start)] += count;
      }
    }
    moved[(int) (halved(index, wider) - start)]++;
    System.arraycopy(moved, 0, memory, series + counts, BINS);
    memory[series + exponent] = power + wider;
    memory[series + first] = (float) start;
  }

  private static double halved(double index, int times) {
    return Math.floor(index * StrictMath.scalb(1.0, -times));
  }

  private void forget(float[] memory, int series) {
    for (int i = 0; i < BINS + 3; i++) {
      memory[series + counts + i] *= keep; // total, below and above among them
    }
    giveUp(memory, series);
    int low = lowest(memory, series);
    int high = highest(memory, series);
    if (low <= high && high - low < FEW) {
      narrow(memory, series, low, high);
    }
  }

  private void narrow(float[] memory, int series, int low, int high) {
    int finer = 0;
    while ((high - low + 1) << (finer + 1) <= 2 * FEW) {
      finer++;
    }
    int power = (int) memory[series + exponent];
    double middle = memory[series + first] + (low + high + 1) / 2.0;
    double value = middle * StrictMath.scalb(1.0, power);
    if (Math.max(power - finer, finest(value)) < power) {
      begin(memory, series);
      place(memory, series, value, power - finer);
    }
  }

  /** The outermost few, who would keep the bins wide, have none any more. */
  private void giveUp(float[] memory, int series) {
    double few = GIVEN_UP * memory[series + total];
    for (int i = lowest(memory, series); i < BINS; i++) {
      if (!moveOut(memory, series + counts + i, series + below, few)) {
        break;
      }
    }
    for (int i = highest(memory, series); i >= 0; i--) {
      if (!moveOut(memory, series + counts + i, series + above, few)) {
        break;
      }
    }
  }

  private static boolean moveOut(float[] memory, int bin, int side, double few) {
    boolean fewer = memory[side] + memory[bin] <= few;
    if (fewer) {
      memory[side] += memory[bin];
      memory[bin] = 0;
    }
    return fewer;
  }

  private int lowest(float[] memory, int series) {
    int bin = 0;
    while (bin < BINS && memory[series + counts + bin] == 0) {
      bin++;
    }
    return bin;
  }

  private int highest(float[] memory, int series) {
    int bin = BINS - 1;
    while (bin >= 0 && memory[series + counts + bin] == 0) {
      bin--;
    }
    return bin;
  }
}
