package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.util.Arrays;

/**
 * Where the values of a series lie: small counts in bins of equal width. The bins cover what all
 * but a few values need, whatever their size: they grow twice as wide when values keep falling
 * beside them, and begin anew, narrower, when most of them stand empty. When two thousand values
 * are counted, all counts are halved, so that the past fades; of series with many values a day only
 * a part is counted, so that it does not fade within days.
 */
final class Places {
  static final int BINS = 40;

  /** Full bins stay full: only counts of few matter. */
  private static final int COUNT_BITS = 6;

  private static final int BELOW = BINS;
  private static final int ABOVE = BINS + 1;

  /** One value in 2 to the power of this is counted, by a sequence that keeps no hours. */
  private static final int THINNING = BINS + 2;

  private static final int NUMBERS = BINS + 3;
  private static final int GOLDEN = 0x9E3779B1;

  private static final int MOST = 2047;
  private static final Duration MEMORY = Duration.ofDays(56);

  /** As many together on one side are taken in, by wider bins. */
  private static final double TAKEN_IN = 0.01;

  /** As many at one end are given up for bins that suit the others. */
  private static final double GIVEN_UP = 0.005;

  /** Bins that all values lie in: fewer say little of where; anew, up to twice as many. */
  private static final int FEW = BINS / 3;

  /** Ends are given up once in so many values. */
  private static final int UPKEEP = 64;

  /** No bin is narrower than a thousandth of the values in it, nor than that power of two. */
  private static final int FINEST = 10;

  private static final int NARROWEST = -100;

  private final SmallCounts counts;
  private final int total;
  private final int exponent;
  private final int first;
  private final int mostThinning;
  private final int[] moved = new int[BINS];

  /**
   * @param interval how far apart values are, in seconds
   */
  Places(Layout layout, int interval) {
    this.counts = new SmallCounts(layout, NUMBERS, COUNT_BITS);
    this.total = layout.reserve(1);
    this.exponent = layout.reserve(1);
    this.first = layout.reserve(1);
    this.mostThinning = log2(MEMORY.toSeconds() / interval / MOST);
  }

  /** Rounded up; 0 for what is less than 1. */
  private static int log2(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }

  void begin(float[] memory, int series) {
    for (int i = 0; i < NUMBERS; i++) {
      counts.set(memory, series, i, 0);
    }
    memory[series + total] = 0;
    memory[series + exponent] = 0;
    memory[series + first] = Float.NaN;
  }

  /** How many values are counted now. */
  double total(float[] memory, int series) {
    return memory[series + total];
  }

  /** How many of them lie in the bin of that value or right beside it; NaN if it has no bin. */
  double near(float[] memory, int series, double value) {
    int bin = bin(memory, series, value);
    if (bin < 0) {
      return Double.NaN;
    }
    return count(memory, series, bin == 0 ? BELOW : bin - 1)
        + count(memory, series, bin)
        + count(memory, series, bin == BINS - 1 ? ABOVE : bin + 1);
  }

  /** How many of them lie in the bins to the left or those to the right, whichever are fewer. */
  double beyond(float[] memory, int series, double value) {
    int bin = bin(memory, series, value);
    int left = count(memory, series, BELOW);
    for (int i = 0; i < bin; i++) {
      left += count(memory, series, i);
    }
    int right = count(memory, series, ABOVE);
    for (int i = bin + 1; i < BINS; i++) {
      right += count(memory, series, i);
    }
    return Math.min(left, right);
  }

  private int count(float[] memory, int series, int which) {
    return counts.get(memory, series, which);
  }

  /** The bin of a value; negative if it has none. */
  private int bin(float[] memory, int series, double value) {
    double bin = index(value, (int) memory[series + exponent]) - memory[series + first];
    return bin >= 0 && bin < BINS ? (int) bin : -1;
  }

  private static double index(double value, int exponent) {
    return Math.floor(value * StrictMath.scalb(1.0, -exponent));
  }

  private static int finest(double value) {
    return Math.max(NARROWEST, StrictMath.getExponent(value) - FINEST);
  }

  /**
   * @param seen how many values came before
   */
  void learn(float[] memory, int series, double value, double seen) {
    if (Float.isNaN(memory[series + first])) {
      place(memory, series, value, finest(value));
    }
    if (isCounted(count(memory, series, THINNING), (int) seen)) {
      add(memory, series, value);
    }
    if (((int) seen & (UPKEEP - 1)) == UPKEEP - 1) {
      tidy(memory, series);
    }
  }

  private static boolean isCounted(int thinning, int number) {
    return thinning == 0 || (number * GOLDEN) >>> (Integer.SIZE - thinning) == 0;
  }

  private void add(float[] memory, int series, double value) {
    if (memory[series + total] >= MOST) {
      fade(memory, series);
    }
    memory[series + total]++;
    int bin = bin(memory, series, value);
    if (bin >= 0) {
      counts.set(memory, series, bin, count(memory, series, bin) + 1);
    } else {
      addBeside(memory, series, value);
    }
  }

  private void fade(float[] memory, int series) {
    for (int i = 0; i < BINS + 2; i++) {
      counts.set(memory, series, i, count(memory, series, i) / 2);
    }
    memory[series + total] /= 2;
    int thinner = Math.min(mostThinning, count(memory, series, THINNING) + 1);
    counts.set(memory, series, THINNING, thinner);
  }

  private void addBeside(float[] memory, int series, double value) {
    boolean low = index(value, (int) memory[series + exponent]) < memory[series + first];
    int side = low ? BELOW : ABOVE;
    int there = count(memory, series, side) + 1;
    counts.set(memory, series, side, there);
    if (there > TAKEN_IN * memory[series + total]) {
      memory[series + total] -= there - 1; // who was there before has no known place
      counts.set(memory, series, side, 0);
      takeIn(memory, series, value);
    }
  }

  /** Bins anew, with that value in the middle of them. */
  private void place(float[] memory, int series, double value, int power) {
    memory[series + exponent] = power;
    memory[series + first] = (float) (index(value, power) - BINS / 2);
  }

  /** Moves the bins, and widens them where that is not enough, until the value has one. */
  private void takeIn(float[] memory, int series, double value) {
    giveUp(memory, series);
    int power = (int) memory[series + exponent];
    double index = index(value, power);
    double old = memory[series + first];
    int lowest = next(memory, series, 0, 1);
    boolean empty = lowest == BINS;
    double from = empty ? index : Math.min(index, old + lowest);
    double to = empty ? index : Math.max(index, old + next(memory, series, BINS - 1, -1));
    int wider = Math.max(0, finest(value) - power);
    while (halved(to, wider) - halved(from, wider) >= BINS) {
      wider++;
    }
    double width = halved(to, wider) - halved(from, wider) + 1;
    double start = halved(from, wider) - Math.floor((BINS - width) / 2);
    move(memory, series, wider, start);
    memory[series + exponent] = power + wider;
    memory[series + first] = (float) start;
    int bin = (int) (halved(index, wider) - start);
    counts.set(memory, series, bin, count(memory, series, bin) + 1);
  }

  private void move(float[] memory, int series, int wider, double start) {
    Arrays.fill(moved, 0);
    for (int i = 0; i < BINS; i++) {
      int count = count(memory, series, i);
      if (count > 0) {
        moved[(int) (halved(memory[series + first] + i, wider) - start)] += count;
      }
    }
    for (int i = 0; i < BINS; i++) {
      counts.set(memory, series, i, moved[i]);
    }
  }

  private static double halved(double index, int times) {
    return Math.floor(index * StrictMath.scalb(1.0, -times));
  }

  private void tidy(float[] memory, int series) {
    giveUp(memory, series);
    int low = next(memory, series, 0, 1);
    int high = next(memory, series, BINS - 1, -1);
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
    int finest = Math.max(power - finer, finest(value));
    if (finest < power) {
      begin(memory, series);
      place(memory, series, value, finest);
    }
  }

  /** The outermost few, who would keep the bins wide, have none any more. */
  private void giveUp(float[] memory, int series) {
    int few = (int) (GIVEN_UP * memory[series + total]);
    giveUp(memory, series, next(memory, series, 0, 1), 1, BELOW, few);
    giveUp(memory, series, next(memory, series, BINS - 1, -1), -1, ABOVE, few);
  }

  private void giveUp(float[] memory, int series, int from, int step, int side, int few) {
    int there = count(memory, series, side);
    for (int i = from; i >= 0 && i < BINS; i += step) {
      there += count(memory, series, i);
      if (there > few) {
        return;
      }
      counts.set(memory, series, i, 0);
      counts.set(memory, series, side, there);
    }
  }

  /** The next bin with values in it, from that one on; beyond the last one if there is none. */
  private int next(float[] memory, int series, int from, int step) {
    int bin = from;
    while (bin >= 0 && bin < BINS && count(memory, series, bin) == 0) {
      bin += step;
    }
    return bin;
  }
}
