package dev.tidewatch.detector.alerting;

/**
 * Counts per alert what CloudWatch called Delivered and Undelivered (contract section 8). Safe for
 * use by many threads.
 */
public interface DeliveryCounter {
  /** Counts nothing. */
  DeliveryCounter NONE =
      new DeliveryCounter() {
        @Override
        public void delivered(String alertArn) {}

        @Override
        public void undelivered(String alertArn) {}
      };

  /** A message was taken. */
  void delivered(String alertArn);

  /** A message was given up. */
  void undelivered(String alertArn);
}
