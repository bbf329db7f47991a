package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.intake.History;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what could not be read of a past that is learnt from all the same: in the detector log,
 * with the last interval of the past, and in the server's.
 */
record Incompleteness(WorkPlace place, Work work) {
  private static final Logger LOG = LoggerFactory.getLogger(Incompleteness.class);

  /** Writes nothing where all could be read. */
  void write(Handle handle, History.Past past, Instant last, Instant started) {
    past.reason()
        .filter(reason -> past.intervals().size() > 0)
        .ifPresent(reason -> write(handle, reason, last, started));
  }

  private void write(Handle handle, String reason, Instant last, Instant started) {
    LOG.warn("{} learnt from a part of its past: {}", work.detector().name(), reason);
    Executions.incomplete(handle, work.id(), last, reason, started, place.clock().instant());
  }
}
