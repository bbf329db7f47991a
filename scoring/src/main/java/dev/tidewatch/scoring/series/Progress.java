package dev.tidewatch.scoring.series;

/** How far a series has come: when its last interval began, what it held, what was not seen. */
final class Progress {
  private static final long LOW = 1 << 20;
  private static final double MOST_SEEN = 1 << 23; // floats count exactly up to twice as many
  private static final double FADE = 0.8;

  private final int seen;
  private final int high;
  private final int low;
  private final int value;
  private final int blind;
  private final int interval;
  private final double mostBlind;

  Progress(Layout layout, int intervalSeconds, int valuesPerSeason) {
    this.seen = layout.reserve(1);
    this.high = layout.reserve(1);
    this.low = layout.reserve(1);
    this.value = layout.reserve(1);
    this.blind = layout.reserve(1);
    this.interval = intervalSeconds;
    this.mostBlind = 100.0 * valuesPerSeason;
  }

  void begin(float[] memory, int series) {
    memory[series + seen] = 0;
    memory[series + blind] = 0;
  }

  /** How many values were learnt; of very many, some smaller number. */
  double seen(float[] memory, int series) {
    return memory[series + seen];
  }

  /** The last value, NaN while there was none. */
  double lastValue(float[] memory, int series) {
    return memory[series + value];
  }

  boolean isAfterLast(float[] memory, int series, long epochSecond) {
    return Float.isNaN(memory[series + high]) || epochSecond > last(memory, series);
  }

  /** How many intervals were left out before this one. */
  long leftOut(float[] memory, int series, long epochSecond) {
    if (Float.isNaN(memory[series + high])) {
      return 0;
    }
    double intervals = ((double) epochSecond - last(memory, series)) / interval;
    return Math.max(0, Math.round(intervals) - 1); // a day may have 23 or 25 hours
  }

  private long last(float[] memory, int series) {
    return ((long) memory[series + high]) * LOW + (long) memory[series + low];
  }

  /** A float holds 24 bits, a time needs more: it is kept in two. */
  void moveTo(float[] memory, int series, long epochSecond) {
    memory[series + high] = (float) Math.floorDiv(epochSecond, LOW);
    memory[series + low] = (float) Math.floorMod(epochSecond, LOW);
  }

  void missed(float[] memory, int series, double intervals) {
    memory[series + blind] = (float) Math.min(mostBlind, memory[series + blind] + intervals);
  }

  void saw(float[] memory, int series, double anyValue) {
    memory[series + value] = (float) anyValue;
    float still = (float) (FADE * memory[series + blind]);
    memory[series + blind] = still < 0.5f ? 0 : still;
    double known = memory[series + seen];
    memory[series + seen] = (float) (known < MOST_SEEN ? known + 1 : MOST_SEEN / 2 + 1);
  }

  /**
   * By how much less is known than if all had been seen lately: 1, after half a season without
   * values 1.5, never more than 2: the season itself is still known.
   */
  double uncertainty(float[] memory, int series, double halfSeason) {
    double missed = memory[series + blind];
    return 1 + missed / (missed + halfSeason);
  }
}
