package dev.tidewatch.detector.health;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's health, part by part. All who tell of it ask here, and so say the same. */
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final List<HealthCheck> checks;

  public Health(List<HealthCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /**
   * How a part was when it was asked.
   *
   * @param trouble what is wrong, in a sentence anybody may read; empty when it is well
   */
  public record Part(String name, Optional<String> trouble) {
    public Part {
      requireNonNull(name, "name");
      requireNonNull(trouble, "trouble");
    }

    public boolean isWell() {
      return trouble.isEmpty();
    }
  }

  /** Asks all parts now. */
  public List<Part> parts() {
    return checks.stream().map(check -> new Part(check.name(), trouble(check))).toList();
  }

  private static Optional<String> trouble(HealthCheck check) {
    try {
      return check.trouble();
    } catch (RuntimeException e) {
      LOG.error("Could not check the health of {}", check.name(), e);
      return Optional.of("could not be checked; the log says why");
    }
  }
}
