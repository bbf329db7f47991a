package dev.tidewatch.scoring.series;

/**
 * Where each part of the engine keeps its numbers of one time series. All numbers of a series stand
 * side by side in one stretch of floats, so that a million series are a few large arrays: cheap to
 * walk through, and written to disk as they are.
 */
final class Layout {
  private int size;

  /** Sets aside room for so many numbers; answers where it begins within a series' stretch. */
  int reserve(int floats) {
    int start = size;
    size += floats;
    return start;
  }

  /** Floats a series. */
  int size() {
    return size;
  }
}
