package dev.tidewatch.consolecheck.world;

/** What a world is filled with. */
public enum WorldKind {
  /** Two weeks of a shop, and a detector that learns. */
  SHOP,
  /** The same with names, values and notes that want to break the page. */
  HOSTILE,
  /** 5,000 series over 2,500 intervals, with anomalies in more than 50 of them. */
  LARGE,
  /** A detector that nobody activated, with a history to try settings on. */
  HISTORY,
  /** Nothing yet: the first look. */
  EMPTY
}
