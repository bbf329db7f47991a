package dev.tidewatch.detector.alerting;

/** Where messages can be sent. Safe for use by many threads. */
@FunctionalInterface
public interface Target {
  /**
   * Sends a message, once.
   *
   * @return what the receiving service calls it by
   * @throws Undeliverable when it was not taken, as far as one can know
   */
  String deliver(Recipient recipient, Parcel parcel) throws Undeliverable;
}
