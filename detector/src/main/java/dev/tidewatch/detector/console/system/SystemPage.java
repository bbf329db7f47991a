package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.health.Health;
import java.util.List;
import java.util.Optional;

/**
 * How the server is.
 *
 * @param sizes where the room goes; empty unless it was asked for
 * @param administration for admins alone
 */
public record SystemPage(
    List<Health.Part> health,
    List<Fact> program,
    List<Fact> queue,
    List<Fact> store,
    Optional<Sizes> sizes,
    Optional<Administration.Page> administration) {
  public SystemPage {
    health = List.copyOf(health);
    program = List.copyOf(program);
    queue = List.copyOf(queue);
    store = List.copyOf(store);
    requireNonNull(sizes, "sizes");
    requireNonNull(administration, "administration");
  }
}
