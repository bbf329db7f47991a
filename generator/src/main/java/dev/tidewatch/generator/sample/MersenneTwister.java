package dev.tidewatch.generator.sample;

/** MT19937 as Python's {@code random} module uses it: same seed, same numbers. */
final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  private final int[] state = new int[N];
  private int next = N;

  /** As {@code random.seed(seed)}. */
  MersenneTwister(long seed) {
    long magnitude = Math.abs(seed);
    boolean small = magnitude >>> 32 == 0;
    initialize(
        small
            ? new int[] {(int) magnitude}
            : new int[] {(int) magnitude, (int) (magnitude >>> 32)});
  }

  /** As {@code random.random()}: even in [0, 1). */
  double random() {
    long high = bits(27);
    long low = bits(26);
    return ((high << 26) + low) * TWO_TO_MINUS_53;
  }

  /** As {@code random.uniform(low, high)}. */
  double uniform(double low, double high) {
    return low + (high - low) * random();
  }

  /** As {@code random.randint(low, high)}, both included. */
  int randint(int low, int high) {
    int size = high - low + 1;
    int bitLength = Integer.SIZE - Integer.numberOfLeadingZeros(size);
    long drawn = bits(bitLength);
    while (drawn >= size) {
      drawn = bits(bitLength);
    }
    return low + (int) drawn;
  }

  /** The top bits of the next output. */
  private long bits(int count) {
    return Integer.toUnsignedLong(output()) >>> (32 - count);
  }

  private int output() {
    if (next == N) {
      twist();
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7FFFFFFF);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
    }
  }

  /** The reference implementation's {@code init_by_array}. */
  private void initialize(int[] key) {
    initialize(19_650_218);
    int i = 1;
    int j = 0;
    for (int k = Math.max(N, key.length); k > 0; k--) {
      state[i] = (state[i] ^ (scrambled(i) * 1_664_525)) + key[j] + j;
      i = following(i);
      j = (j + 1) % key.length;
    }
    for (int k = N - 1; k > 0; k--) {
      state[i] = (state[i] ^ (scrambled(i) * 1_566_083_941)) - i;
      i = following(i);
    }
    state[0] = 0x80000000;
  }

  private void initialize(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  private int scrambled(int i) {
    return state[i - 1] ^ (state[i - 1] >>> 30);
  }

  private int following(int i) {
    if (i + 1 < N) {
      return i + 1;
    }
    state[0] = state[N - 1];
    return 1;
  }
}
