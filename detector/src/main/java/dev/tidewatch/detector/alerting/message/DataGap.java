package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

/**
 * Intervals in a row without data.
 *
 * @param intervals how many
 * @param reason what was wrong with the last one; empty: nothing is
 */
public record DataGap(int intervals, String reason) {
  public DataGap {
    requireNonNull(reason, "reason");
  }
}
