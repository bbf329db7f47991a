package dev.tidewatch.setup.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One attribute that is not as it shall be.
 *
 * @param attribute its name
 * @param from how it is; empty when it is not set
 * @param to how it shall be; empty when it shall not be set
 */
public record Difference(String attribute, Optional<String> from, Optional<String> to) {
  public Difference {
    requireNonNull(attribute, "attribute");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }
}
