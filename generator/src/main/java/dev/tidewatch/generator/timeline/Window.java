package dev.tidewatch.generator.timeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The stretch of time {@code [from, until)} that is generated.
 *
 * @param edges what happens to records that are held back across an edge
 */
public record Window(Instant from, Instant until, Edges edges) {
  /** As far as a run without an end goes. */
  public static final Instant FOREVER = Instant.parse("2262-01-01T00:00:00Z");

  /** What happens to records held back (late, out of order) across an edge of the window. */
  public enum Edges {
    /** Every record of the window's time is sent, those still held at the end then. */
    WHOLE,
    /**
     * Records are sent when they are due: those held from before the window come in it, those held
     * beyond its end come in the next. Windows side by side together are one long run.
     */
    CONTINUED
  }

  public Window {
    requireNonNull(edges, "edges");
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "nothing lies between " + from + " and " + until + "; the end comes after the start");
    }
  }

  public static Window whole(Instant from, Instant until) {
    return new Window(from, until, Edges.WHOLE);
  }

  public static Window continued(Instant from, Instant until) {
    return new Window(from, until, Edges.CONTINUED);
  }
}
