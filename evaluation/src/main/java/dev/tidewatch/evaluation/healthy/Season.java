package dev.tidewatch.evaluation.healthy;

import java.util.Random;

/** A smooth day with one peak and a quieter weekend, drawn once for a series; about 1. */
final class Season {
  private static final double DAY = 86_400;
  private static final double WEEK = 7 * DAY;

  private final double depth;
  private final double peak;
  private final double weekDepth;
  private final double weekPeak;

  private Season(double depth, double peak, double weekDepth, double weekPeak) {
    this.depth = depth;
    this.peak = peak;
    this.weekDepth = weekDepth;
    this.weekPeak = weekPeak;
  }

  static Season drawn(Random random) {
    return new Season(
        0.2 + 0.4 * random.nextDouble(),
        random.nextDouble(),
        0.05 + 0.15 * random.nextDouble(),
        random.nextDouble());
  }

  double at(long epochSecond) {
    double day = StrictMath.cos(2 * StrictMath.PI * (epochSecond / DAY - peak));
    double week = StrictMath.cos(2 * StrictMath.PI * (epochSecond / WEEK - weekPeak));
    return (1 + depth * day) * (1 + weekDepth * week);
  }
}
