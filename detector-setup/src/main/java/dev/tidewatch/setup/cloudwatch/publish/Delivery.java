package dev.tidewatch.setup.cloudwatch.publish;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of an interval that has a file.
 *
 * @param sent what was sent for it now
 */
record Delivery(Outcome outcome, IntervalData sent) {
  private static final IntervalData NOTHING = new IntervalData(0, List.of(), 0);

  Delivery {
    requireNonNull(outcome, "outcome");
    requireNonNull(sent, "sent");
  }

  static Delivery of(IntervalData sent) {
    return new Delivery(Outcome.SENT, sent);
  }

  static Delivery none(Outcome outcome) {
    return new Delivery(outcome, NOTHING);
  }
}
