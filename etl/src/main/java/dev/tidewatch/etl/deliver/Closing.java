package dev.tidewatch.etl.deliver;

import java.util.List;

/**
 * What a batch closes.
 *
 * @param closed in order of time
 * @param after the state without them
 */
record Closing(List<ClosedInterval> closed, OpenIntervals after) {
  Closing {
    closed = List.copyOf(closed);
  }
}
