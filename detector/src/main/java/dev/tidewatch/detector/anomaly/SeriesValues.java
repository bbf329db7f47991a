package dev.tidewatch.detector.anomaly;

import java.util.Arrays;

/** The numbers of one series in the order of time, each with the start of its interval. */
public final class SeriesValues {
  private static final int FIRST = 1024;

  private long[] starts = new long[FIRST];
  private double[] values = new double[FIRST];
  private int size;

  SeriesValues() {}

  void add(long start, double value) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    starts[size] = start;
    values[size] = value;
    size++;
  }

  public int size() {
    return size;
  }

  /** The start of an interval in epoch seconds. */
  public long start(int position) {
    return starts[position];
  }

  /** Never infinite or NaN. */
  public double value(int position) {
    return values[position];
  }
}
