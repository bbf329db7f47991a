package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.Points;
import dev.tidewatch.detector.store.Database;

/** Forgets points little by little, so that nobody waits long for the database. */
final class Forgetting {
  private Forgetting() {}

  /** Forgets all points of a detector that nothing is written of meanwhile. */
  static void points(Database database, long detector) {
    boolean more = true;
    while (more) {
      more = database.write(handle -> Points.forgetSome(handle, detector));
    }
  }
}
