package dev.tidewatch.detector.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends one part, so that the others are ended, too. */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  static void quietly(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) { // whatever a part throws, the next one is to be ended
      LOG.warn("{} did not end well", part.getClass().getSimpleName(), failure);
    }
  }
}
