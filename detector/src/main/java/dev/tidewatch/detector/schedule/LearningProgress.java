package dev.tidewatch.detector.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far learning from history, or scoring it, is.
 *
 * @param done intervals
 * @param all that there are
 * @param begun when the first was begun: reading is over then
 */
public record LearningProgress(int done, int all, Instant begun) {
  public LearningProgress {
    requireNonNull(begun, "begun");
  }

  /** How long the rest takes, if it goes on as it did; none before anything is done. */
  public Optional<Duration> left(Instant now) {
    if (done == 0) {
      return Optional.empty();
    }
    long taken = Math.max(0, Duration.between(begun, now).toMillis());
    return Optional.of(Duration.ofMillis(taken * Math.max(0, all - done) / done));
  }
}
