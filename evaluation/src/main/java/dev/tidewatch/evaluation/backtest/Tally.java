package dev.tidewatch.evaluation.backtest;

/**
 * Events and alerts that meet, or do not. An alert that begins within three intervals after an
 * event is its echo and counts neither way.
 *
 * @param events labelled runs
 * @param found those with an alert in them
 * @param right alerts with an event in them
 * @param wrong alerts without one
 */
record Tally(long events, long found, long right, long wrong) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        events + other.events, found + other.found, right + other.right, wrong + other.wrong);
  }

  /** Part of the events that was found; 1 when there was none. */
  double recall() {
    return events == 0 ? 1 : (double) found / events;
  }

  /** Part of the alerts that was right; 1 when there was none. */
  double precision() {
    return right + wrong == 0 ? 1 : (double) right / (right + wrong);
  }
}
