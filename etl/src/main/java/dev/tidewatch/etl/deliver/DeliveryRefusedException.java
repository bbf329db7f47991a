package dev.tidewatch.etl.deliver;

/**
 * The job must not write, because it could harm what is there. The message says why and what to do.
 */
public class DeliveryRefusedException extends RuntimeException {
  public DeliveryRefusedException(String message) {
    super(message);
  }
}
