package dev.tidewatch.detector.server;

import dev.tidewatch.detector.alerting.DeliveryCounter;
import dev.tidewatch.detector.console.live.LiveFeed;

/** Tells open pages of alerts that arrived, or did not. */
record ToldDeliveries(DeliveryCounter counter, LiveFeed pages) implements DeliveryCounter {
  @Override
  public void delivered(String alertArn) {
    counter.delivered(alertArn);
    pages.changed();
  }

  @Override
  public void undelivered(String alertArn) {
    counter.undelivered(alertArn);
    pages.changed();
  }
}
