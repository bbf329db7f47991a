package dev.tidewatch.scoring.contribution;

import static java.util.Objects.requireNonNull;

/**
 * What one dimension value has in an unexpected change.
 *
 * @param score 0 to 100; 50 and more: this value explains the change
 */
public record Contribution(String dimension, String value, double score) {
  public Contribution {
    requireNonNull(dimension, "dimension");
    requireNonNull(value, "value");
    if (!(score >= 0 && score <= 100)) {
      throw new IllegalArgumentException("a contribution is 0 to 100, not " + score);
    }
  }
}
