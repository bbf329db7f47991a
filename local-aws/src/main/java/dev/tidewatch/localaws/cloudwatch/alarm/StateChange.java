package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

/**
 * That an alarm went from one state to another.
 *
 * @param alarm in its new state
 */
record StateChange(Alarm alarm, AlarmState before) {
  StateChange {
    requireNonNull(alarm, "alarm");
    requireNonNull(before, "before");
  }

  AlarmState after() {
    return alarm.state();
  }
}
