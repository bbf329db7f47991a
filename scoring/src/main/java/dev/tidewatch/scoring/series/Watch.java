package dev.tidewatch.scoring.series;

/** A statistic that sees one kind of trouble; keeps its numbers in the series' stretch. */
interface Watch {
  Trouble trouble();

  /** Whether its name says more than that values moved: then it is the one to tell. */
  default boolean specific() {
    return false;
  }

  /** For about so many values in a row its sizes hang together. */
  double horizon();

  void begin(float[] memory, int series);

  /** How large the statistic is now, in units of its usual size; takes the value in. */
  double size(float[] memory, int series, Calendar now, Observation seen);
}
