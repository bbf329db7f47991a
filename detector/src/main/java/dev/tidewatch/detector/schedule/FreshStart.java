package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.store.Database;

/**
 * Forgets what a detector learnt, so that it can learn anew, also where learning or forgetting was
 * interrupted. Anomaly groups, feedback and the detector log stay.
 */
final class FreshStart {
  private FreshStart() {}

  static void prepare(Database database, long detector) {
    database.change(
        handle -> {
          EngineStore.clear(handle, detector);
          Groups.closeAll(handle, detector);
        });
    Forgetting.points(database, detector);
  }
}
