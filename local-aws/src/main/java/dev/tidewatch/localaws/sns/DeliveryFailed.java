package dev.tidewatch.localaws.sns;

/** An attempt that did not reach the subscriber. */
final class DeliveryFailed extends Exception {
  private final boolean worthRetrying;

  private DeliveryFailed(String message, boolean worthRetrying) {
    super(message);
    this.worthRetrying = worthRetrying;
  }

  static DeliveryFailed forNow(String message) {
    return new DeliveryFailed(message, true);
  }

  static DeliveryFailed forGood(String message) {
    return new DeliveryFailed(message, false);
  }

  boolean isWorthRetrying() {
    return worthRetrying;
  }
}
