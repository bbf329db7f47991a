package dev.tidewatch.detector.overview;

/** What a lane is of. */
public enum LaneKind {
  /** All together: one lane. */
  OVERALL,
  /** A measure of a detector. */
  MEASURE,
  /** A value of a dimension, whichever measure; lanes show the groups that it explains. */
  DIMENSION_VALUE,
  /** A time series; it is as severe as its worst interval as long as its group lasts. */
  SERIES
}
