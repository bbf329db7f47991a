package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The state of an alarm and why it is in it.
 *
 * @param data the reason for machines, JSON; empty without
 * @param since when the value became what it is
 * @param updated when it was last looked at with another reason
 */
record AlarmState(StateValue value, String reason, String data, Instant since, Instant updated) {
  AlarmState {
    requireNonNull(value, "value");
    requireNonNull(reason, "reason");
    requireNonNull(data, "data");
    requireNonNull(since, "since");
    requireNonNull(updated, "updated");
  }

  static AlarmState unchecked(Instant now) {
    return new AlarmState(
        StateValue.INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", "", now, now);
  }

  AlarmState to(StateValue other, String why, String whyData, Instant now) {
    return new AlarmState(other, why, whyData, other == value ? since : now, now);
  }
}
