package dev.tidewatch.generator.stream;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;

/** A window of a stream and how dense its records are. */
public record Leg(Ticks ticks, Window window) {
  public Leg {
    requireNonNull(ticks, "ticks");
    requireNonNull(window, "window");
  }
}
