package dev.tidewatch.detector.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events are wanted: those that touch a time.
 *
 * @param to without this instant
 * @param detector its number: those that concern it, also because they concern all; 0: any
 * @param kind empty: any
 * @param text in their titles; empty: any
 */
public record EventFilter(
    Instant from, Instant to, long detector, Optional<Kind> kind, String text) {
  public EventFilter {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** Those of any kind that touch a time and concern a detector. */
  public static EventFilter of(long detector, Instant from, Instant to) {
    return new EventFilter(from, to, detector, Optional.empty(), "");
  }
}
