package dev.tidewatch.etl.deliver;

import dev.tidewatch.etl.shape.RowKey;

/**
 * What is done with an interval that has more rows than a detector reads (contract section 5.6).
 */
public enum TooManyRows {
  /** The job stops. */
  FAIL,
  /**
   * The rows with the most records stay; the others are added up into one row whose dimensions are
   * all {@value RowKey#OTHER}. Every record is still counted.
   */
  TOP
}
