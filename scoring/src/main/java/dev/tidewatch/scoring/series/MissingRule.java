package dev.tidewatch.scoring.series;

/** What an interval without a value says about a measure. */
public enum MissingRule {
  /** Nothing is known: the band widens, nothing is learnt. */
  UNKNOWN,
  /** Nothing happened: the value is 0 (counts and sums). */
  ZERO,
  /** Nothing changed: the last value holds (states). */
  CARRY
}
