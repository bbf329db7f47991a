package dev.tidewatch.scoring.series;

/** What the watches are shown of one value. One object serves all values: it is written anew. */
final class Observation {
  /** The value itself. */
  double value;

  /** Signed distance from the long view in units of the usual one, clipped. */
  double away;

  /** Distance from what was expected, in spreads, clipped. */
  double surprise;

  /** How many values came before. */
  double known;
}
