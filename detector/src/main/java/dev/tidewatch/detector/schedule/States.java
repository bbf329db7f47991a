package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.Event;
import dev.tidewatch.detector.catalog.LifeCycle;
import dev.tidewatch.detector.catalog.Transition;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes down what the work on a detector comes to, unless a user was faster. */
final class States {
  private States() {}

  static void reach(Handle handle, Detector detector, Event event, Instant now) {
    find(handle, detector)
        .ifPresent(current -> apply(handle, current, LifeCycle.on(current, event), now));
  }

  static void fail(Handle handle, Detector detector, String reason, Instant now) {
    find(handle, detector)
        .ifPresent(current -> apply(handle, current, LifeCycle.failed(current, reason), now));
  }

  /** Also of a detector that runs. */
  static void outgrown(Handle handle, Detector detector, String reason, Instant now) {
    find(handle, detector)
        .ifPresent(current -> apply(handle, current, LifeCycle.outgrown(current, reason), now));
  }

  private static Optional<Detector> find(Handle handle, Detector detector) {
    return Detectors.find(handle, detector.id());
  }

  private static void apply(Handle handle, Detector detector, Transition transition, Instant now) {
    if (transition instanceof Transition.To to) {
      Detectors.setStatus(handle, detector.id(), to.status(), now);
    } else if (transition instanceof Transition.Failed failed) {
      Detectors.fail(handle, detector.id(), failed.failure(), now);
    }
  }
}
