package dev.tidewatch.generator.series;

/**
 * Random numbers that are looked up, not drawn: each is a pure function of a seed and a counter, so
 * that any of them can be had again at any time, in any order, without a state to keep. The mixing
 * is SplitMix64's.
 */
public final class CounterRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;
  private static final double FOUR_EVEN_DEVIATION = 1 / StrictMath.sqrt(3);

  private final long seed;

  private CounterRandom(long seed) {
    this.seed = seed;
  }

  public static CounterRandom of(long seed) {
    return new CounterRandom(mix(seed + GOLDEN_GAMMA));
  }

  /** A source of its own for one of many things, such as one series or one day. */
  public CounterRandom split(long key) {
    return new CounterRandom(bits(key));
  }

  /** A source of its own for one purpose, so that numbers of two purposes are not related. */
  public CounterRandom split(String purpose) {
    long key = 0;
    for (int i = 0; i < purpose.length(); i++) {
      key = mix(key + GOLDEN_GAMMA) ^ purpose.charAt(i);
    }
    return split(key);
  }

  /** 64 even bits. */
  public long bits(long counter) {
    return mix(seed ^ mix(counter * GOLDEN_GAMMA + GOLDEN_GAMMA));
  }

  /** Even in [0, 1). */
  public double unit(long counter) {
    return (bits(counter) >>> 11) * TWO_TO_MINUS_53;
  }

  /** Even in [low, high). */
  public double between(double low, double high, long counter) {
    return low + (high - low) * unit(counter);
  }

  /** Even in 0 to bound - 1. */
  public int below(int bound, long counter) {
    return (int) (unit(counter) * bound);
  }

  /**
   * Nearly normal, with mean 0 and standard deviation 1, never beyond ±3.5: four even numbers added
   * up, which costs no logarithm and is the same on every machine.
   */
  public double bell(long counter) {
    long bits = bits(counter);
    long sum =
        (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
    return (sum - 2.0 * 0xFFFF) / (0x1.0p16 * FOUR_EVEN_DEVIATION);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
