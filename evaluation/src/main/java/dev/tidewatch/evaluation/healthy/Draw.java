package dev.tidewatch.evaluation.healthy;

import java.util.Random;

/** Random numbers of the distributions that measurements have. */
final class Draw {
  private static final double NEARLY_NORMAL = 60;

  private final Random random;

  Draw(Random random) {
    this.random = random;
  }

  /** Standard normal. */
  double normal() {
    return random.nextGaussian();
  }

  /** Even in [0, 1). */
  double even() {
    return random.nextDouble();
  }

  /** Student's t with three degrees of freedom: a variance, but no kurtosis. */
  double studentThree() {
    double a = normal();
    double b = normal();
    double c = normal();
    return normal() / StrictMath.sqrt((a * a + b * b + c * c) / 3);
  }

  /** Poisson: Knuth's product of even numbers; for large means the normal distribution, rounded. */
  double poisson(double mean) {
    if (mean > NEARLY_NORMAL) {
      return Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    double product = even();
    int count = 0;
    while (product > limit) {
      product *= even();
      count++;
    }
    return count;
  }
}
