package dev.tidewatch.localaws.cloudwatch.alarm;

/** The states of an alarm, by AWS's names. */
enum StateValue {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
