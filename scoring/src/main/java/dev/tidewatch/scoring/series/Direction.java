package dev.tidewatch.scoring.series;

/** On which side of the expected value a value lies. */
public enum Direction {
  ABOVE,
  BELOW
}
