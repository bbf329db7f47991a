package dev.tidewatch.evaluation.speed;

/** What a figure of a trial is about, and its unit. */
enum Figure {
  MICROS_A_POINT,
  HEAP_BYTES_A_SERIES,
  /** What arithmetic says the heap holds: the numbers alone. */
  STATE_BYTES_A_SERIES,
  SNAPSHOT_BYTES_A_SERIES,
  SERIES,
  INTERVAL_MILLIS,
  POINTS_A_SECOND,
  SNAPSHOT_MILLIS,
  RESTORE_MILLIS,
  SEARCH_MILLIS
}
