package dev.tidewatch.localaws.protocol;

/** What becomes of a request. */
public enum Fate {
  SERVED,
  /** Refused, as too many came; clients may ask again. */
  THROTTLED,
  /** Refused, as a policy does not allow it. */
  DENIED,
  /** Fails with status 500 before anything is done. */
  FAILED,
  /** Is done; the connection is closed without an answer. */
  ANSWER_LOST
}
