package dev.tidewatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.scoring.series.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForestWatchTest {
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int VALUES = 3000;
  private static final int PLANTED = 2700;

  @Test
  void findsAPlantedShapeWhoseValuesAreAllUsual() {
    double[] scores = scores(1, VALUES);

    int largest = 1000;
    for (int i = largest; i < VALUES; i++) {
      largest = scores[i] > scores[largest] ? i : largest;
    }
    assertThat(largest).isBetween(PLANTED, PLANTED + 20);
    assertThat(Severity.of(scores[largest])).isGreaterThan(50);
  }

  @Test
  void saysTheSameForTheSameSeed() {
    double[] scores = scores(7, 1200);

    assertThat(scores(7, 1200)).isEqualTo(scores);
    assertThat(Arrays.stream(scores).sum()).isPositive();
  }

  @Test
  void saysNothingWhileYoung() {
    assertThat(new ForestWatch(INTERVAL, 1).score(1e6)).isZero();
  }

  /** A saw of eight values that once, for twelve values, runs backwards. */
  private static double[] scores(long seed, int values) {
    SplittableRandom random = new SplittableRandom(3);
    ForestWatch watch = new ForestWatch(INTERVAL, seed);
    double[] scores = new double[values];
    for (int i = 0; i < values; i++) {
      int phase = i >= PLANTED && i < PLANTED + 12 ? 7 - i % 8 : i % 8;
      scores[i] = watch.score(phase + 0.1 * random.nextGaussian());
    }
    return scores;
  }
}
