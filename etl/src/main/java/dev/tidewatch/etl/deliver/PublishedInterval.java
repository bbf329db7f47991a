package dev.tidewatch.etl.deliver;

import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An interval that a batch has closed.
 *
 * @param start the start of the interval
 * @param records how many records are in it
 * @param conflict where our rows or manifest lie when others were published before; null as a rule
 */
public record PublishedInterval(
    Instant start,
    Instant end,
    int rows,
    long records,
    Folding folding,
    @Nullable String conflict) {
  static PublishedInterval of(Manifest manifest, @Nullable String conflict) {
    Interval interval = manifest.interval();
    return new PublishedInterval(
        interval.start(),
        interval.end(),
        manifest.rows(),
        manifest.records(),
        manifest.folding(),
        conflict);
  }

  public Optional<String> conflictKey() {
    return Optional.ofNullable(conflict);
  }
}
