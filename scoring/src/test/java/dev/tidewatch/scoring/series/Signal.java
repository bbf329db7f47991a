package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Values of a made-up series and what the scorer says about them. */
final class Signal {
  /** A Monday, midnight. */
  static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private Signal() {}

  static SeriesSettings every(Duration interval) {
    return every(interval, MissingRule.UNKNOWN);
  }

  static SeriesSettings every(Duration interval, MissingRule missing) {
    return new SeriesSettings(interval, ZoneOffset.UTC, missing);
  }

  static double[] values(int count, IntToDoubleFunction value) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = value.applyAsDouble(i);
    }
    return values;
  }

  static PointScore[] scores(SeriesSettings settings, double[] values) {
    return scores(settings, START, values);
  }

  static PointScore[] scores(SeriesSettings settings, Instant start, double[] values) {
    SeriesScorer scorer = new SeriesScorer(settings);
    PointScore[] scores = new PointScore[values.length];
    for (int i = 0; i < values.length; i++) {
      Instant then = start.plus(settings.interval().multipliedBy(i));
      scores[i] = scorer.score(then, values[i]);
    }
    return scores;
  }

  /** 1,000 with half as much to and fro over the day, and Gaussian noise of 20. */
  static double[] busyDays(int perDay, int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return values(
        perDay * days,
        i ->
            1000 * (1 + 0.5 * StrictMath.sin(2 * StrictMath.PI * i / perDay))
                + 20 * random.nextGaussian());
  }

  static int poisson(SplittableRandom random, double mean) {
    double product = random.nextDouble();
    double least = StrictMath.exp(-mean);
    int count = 0;
    while (product > least) {
      count++;
      product *= random.nextDouble();
    }
    return count;
  }
}
