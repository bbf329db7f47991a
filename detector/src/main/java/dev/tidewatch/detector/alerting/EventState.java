package dev.tidewatch.detector.alerting;

/** How far an event is on its way. */
public enum EventState {
  /** To be sent, for the first time or again. */
  PENDING,
  /** Taken by the topic or function. */
  SENT,
  /** Given up; the error says why. */
  FAILED,
  /** Not sent: somebody wanted to hear nothing of it. */
  MUTED
}
