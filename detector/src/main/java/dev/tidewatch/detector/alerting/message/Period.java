package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The intervals a message is about.
 *
 * @param start of the first
 * @param last the start of the last so far
 * @param end of the last
 * @param open whether more may follow
 */
public record Period(Instant start, Instant last, Instant end, boolean open) {
  public Period {
    requireNonNull(start, "start");
    requireNonNull(last, "last");
    requireNonNull(end, "end");
  }
}
