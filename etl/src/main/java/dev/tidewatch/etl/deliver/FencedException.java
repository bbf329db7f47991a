package dev.tidewatch.etl.deliver;

/** Another job has taken over the place to write to; this one has to end. */
public final class FencedException extends DeliveryRefusedException {
  FencedException(String message) {
    super(message);
  }
}
