package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Where the room goes.
 *
 * @param points how many there are
 * @param folder bytes of the server's folder, all files together
 * @param parts of the database, the largest first
 * @param measured by the machine's clock
 */
public record Sizes(long points, long folder, List<Part> parts, Instant measured) {
  /** What a part of the database takes, its indexes too. */
  public record Part(String name, long bytes) {
    public Part {
      requireNonNull(name, "name");
    }
  }

  public Sizes {
    parts = List.copyOf(parts);
    requireNonNull(measured, "measured");
  }
}
