package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.catalog.Detector;

/** Takes a deleted detector out of the database, with all that hangs on it. */
@FunctionalInterface
public interface Deletion {
  void delete(Detector detector);
}
