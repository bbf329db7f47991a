package dev.tidewatch.detector.alerting.message;

/** Why people are told something. */
public enum EventKind {
  /** A group meets an alert's rule for the first time. */
  OPENED("opened"),
  /** Its severity reached a higher class than was told. */
  RAISED("updated"),
  /** It is over. */
  ENDED("resolved"),
  /** Several intervals in a row brought no data. */
  DATA_MISSING("data missing"),
  /** Data are there again. */
  DATA_BACK("data back"),
  /** Somebody tries whether messages arrive. */
  TEST("test");

  private final String state;

  EventKind(String state) {
    this.state = state;
  }

  /** The word messages and their attribute {@code state} say. */
  public String state() {
    return state;
  }
}
