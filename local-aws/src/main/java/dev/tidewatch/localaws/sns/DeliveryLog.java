package dev.tidewatch.localaws.sns;

import java.util.List;
import java.util.TreeMap;

/** The newest deliveries, oldest first. Safe for many threads. */
final class DeliveryLog {
  private static final int MOST = 10_000;

  private final TreeMap<Long, Delivery> deliveries = new TreeMap<>();
  private long next;

  /** Notes a delivery and gives it a number to be updated by. */
  synchronized long add(Delivery delivery) {
    deliveries.put(next, delivery);
    if (deliveries.size() > MOST) {
      deliveries.pollFirstEntry();
    }
    return next++;
  }

  /** Does nothing for a delivery that has been forgotten. */
  synchronized void update(long number, Delivery delivery) {
    deliveries.computeIfPresent(number, (key, old) -> delivery);
  }

  synchronized List<Delivery> all() {
    return List.copyOf(deliveries.values());
  }
}
