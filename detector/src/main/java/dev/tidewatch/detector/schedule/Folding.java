package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.PointChunks;

/** Folds points place by place, so that nobody waits long for the database. */
final class Folding {
  private Folding() {}

  static void fold(WorkPlace place, long detector) {
    for (PointChunks.Place each :
        place.database().read(handle -> PointChunks.places(handle, detector))) {
      place.database().change(handle -> PointChunks.fold(handle, detector, each));
    }
    place.observer().reached(RunStep.AFTER_FOLD);
  }
}
