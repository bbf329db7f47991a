package dev.tidewatch.scoring.cube;

/** Asked before memory is taken for series. */
@FunctionalInterface
public interface SeriesRoom {
  /** As much as there is. */
  SeriesRoom UNBOUNDED = series -> {};

  /**
   * Lets a cube have memory for so many series in all, with those it has, or throws what its caller
   * is to see; then the cube is of no use any more.
   */
  void take(long series);
}
