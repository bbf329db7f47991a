package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The alert that tells.
 *
 * @param threshold the least severity it tells of
 */
public record AlertLabel(String name, String arn, @Nullable String description, int threshold) {
  public AlertLabel {
    requireNonNull(name, "name");
    requireNonNull(arn, "arn");
  }
}
