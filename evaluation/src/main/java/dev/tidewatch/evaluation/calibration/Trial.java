package dev.tidewatch.evaluation.calibration;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.healthy.HealthyKind;
import dev.tidewatch.evaluation.healthy.HealthySignal;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesScorer;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Scores series of one kind.
 *
 * @param kind of which kind
 * @param interval how far apart their values are
 * @param series how many
 * @param young days in which they are still getting known
 * @param grown days after that
 */
record Trial(HealthyKind kind, Duration interval, int series, Duration young, Duration grown) {
  private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

  Trial {
    requireNonNull(kind, "kind");
    requireNonNull(interval, "interval");
    requireNonNull(young, "young");
    requireNonNull(grown, "grown");
  }

  /** Of the young series and of the grown ones. */
  List<Finding> run() {
    AlertCount first = Finding.counter();
    AlertCount later = Finding.counter();
    for (int number = 0; number < series; number++) {
      first.begin();
      later.begin();
      score(kind.signal(number, interval), first, later);
    }
    return List.of(
        Finding.of(kind.label(), interval, "young", first),
        Finding.of(kind.label(), interval, "grown", later));
  }

  private void score(HealthySignal signal, AlertCount first, AlertCount later) {
    SeriesScorer scorer =
        new SeriesScorer(new SeriesSettings(interval, ZoneOffset.UTC, MissingRule.UNKNOWN));
    long from = BEGIN.getEpochSecond();
    long grownFrom = from + young.toSeconds();
    long until = grownFrom + grown.toSeconds();
    for (long start = from; start < until; start += interval.toSeconds()) {
      double severity = scorer.score(Instant.ofEpochSecond(start), signal.next(start)).severity();
      first.add(severity, start < grownFrom);
      later.add(severity, start >= grownFrom);
    }
  }
}
