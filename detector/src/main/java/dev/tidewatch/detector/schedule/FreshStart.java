package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.Points;
import org.jdbi.v3.core.Handle;

/**
 * Forgets what a detector learnt, so that it can learn anew, also where learning was interrupted.
 * Anomaly groups, feedback and the detector log stay.
 */
final class FreshStart {
  private FreshStart() {}

  static void prepare(Handle handle, long detector) {
    EngineStore.clear(handle, detector);
    Points.forget(handle, detector);
    Groups.closeAll(handle, detector);
  }
}
