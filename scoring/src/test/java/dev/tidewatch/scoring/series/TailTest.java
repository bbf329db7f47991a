package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class TailTest {
  private static final double LIVELY = 1;

  private final Layout layout = new Layout();
  private final Tail tail = new Tail(layout, Duration.ofMinutes(5), Duration.ofDays(28));
  private final float[] memory = new float[layout.size()];
  private final SplittableRandom random = new SplittableRandom(1);

  TailTest() {
    tail.begin(memory, 0);
  }

  @Test
  void isHeavyWhileNothingIsKnown() {
    assertThat(tail.probability(memory, 0, 10, LIVELY)).isBetween(1e-4, 1e-2);
  }

  @Test
  void isLighterTheLighterTheNoise() {
    teach(() -> Math.abs(random.nextGaussian()) / 0.8);
    assertThat(tail.probability(memory, 0, 8, LIVELY)).isLessThan(1e-4);
  }

  @Test
  void isNoHeavierForTheWidthOfItsBins() {
    double forty = 0;
    for (int i = 0; i < 40; i++) {
      tail.begin(memory, 0);
      teachApart(() -> StrictMath.sqrt(1 - 2 * StrictMath.log(1 - random.nextDouble())));
      double size = StrictMath.sqrt(1 + 2 * StrictMath.log(30));
      forty += tail.probability(memory, 0, size, LIVELY);
    }
    assertThat(forty / 40 * 210).isBetween(0.95, 1.08);
  }

  @Test
  void isTheHeavierTheHeavierTheNoise() {
    teach(() -> StrictMath.pow(1 - random.nextDouble(), -0.5) - 1);
    double eight = 1 / 81.0;
    assertThat(tail.probability(memory, 0, 8, LIVELY)).isBetween(eight / 2.1, eight * 2.1);
  }

  @Test
  void fallsWithTheSize() {
    teach(() -> Math.abs(random.nextGaussian()) / 0.8);
    double last = 1;
    for (double size = 1; size < 1e6; size *= 1.5) {
      double now = tail.probability(memory, 0, size, LIVELY);
      assertThat(now).isLessThanOrEqualTo(last).isNotNegative();
      last = now;
    }
  }

  @Test
  void doesNotLearnToExpectAnAnomalyEveryOtherDay() {
    for (int day = 0; day < 28; day++) {
      for (int i = 0; i < 288; i++) {
        tail.learn(
            memory, 0, i == 100 && day % 2 == 0 ? 30 : Math.abs(random.nextGaussian()) / 0.8);
      }
    }
    assertThat(tail.probability(memory, 0, 30, LIVELY)).isLessThan(1 / (7.0 * 288));
  }

  @Test
  void takesWhatAStillSeriesDoesForItsNature() {
    for (int day = 0; day < 28; day++) {
      for (int i = 0; i < 288; i++) {
        tail.learn(memory, 0, i == 100 && day % 2 == 0 ? 30 : 0);
      }
    }
    double once = 1 / (2.0 * 288);
    assertThat(tail.probability(memory, 0, 30, 0)).isBetween(once / 2, once * 2);
  }

  @Test
  void keepsErrorsWhenTheScatterFalls() {
    teach(() -> Math.abs(random.nextGaussian()) / 0.8);
    double before = tail.probability(memory, 0, 4, LIVELY);
    tail.measureIn(memory, 0, 10);
    tail.measureIn(memory, 0, 5);
    assertThat(tail.probability(memory, 0, 8, LIVELY)).isBetween(before / 3, before * 3);
    tail.measureIn(memory, 0, 50);
    assertThat(tail.probability(memory, 0, 8, LIVELY)).isBetween(before / 3, before * 3);
  }

  @Test
  void takesWhatHappensManyTimesADayForUsual() {
    for (int i = 0; i < 28 * 288; i++) {
      tail.learn(memory, 0, i % 24 == 0 ? 30 : Math.abs(random.nextGaussian()) / 0.8);
    }
    assertThat(tail.probability(memory, 0, 29, LIVELY)).isGreaterThan(1 / 288.0);
  }

  @Test
  void countsARunOnce() {
    for (int i = 0; i < 1000; i++) {
      tail.learn(memory, 0, i >= 500 && i < 520 ? 20 : 0.5);
    }
    float many = memory[0];
    assertThat(many).isEqualTo(980);
  }

  @Test
  void forgets() {
    tail.learn(memory, 0, 1);
    tail.forget(memory, 0, 28 * 288);
    assertThat(memory[0]).isBetween(0.36f, 0.37f);
  }

  /** One value in seven, the others are 0, so that there are no runs. */
  private void teachApart(DoubleSupplier size) {
    for (int i = 0; i < 6000; i++) {
      tail.learn(memory, 0, size.getAsDouble());
      for (int j = 0; j < 6; j++) {
        tail.learn(memory, 0, 0);
      }
      if (i % 9 == 0) {
        tail.forget(memory, 0, 63);
      }
    }
  }

  private void teach(DoubleSupplier size) {
    for (int i = 0; i < 8000; i++) {
      tail.learn(memory, 0, size.getAsDouble());
      tail.learn(memory, 0, 0);
    }
    // half of the values were 0, so that runs do not matter
    for (int i = 0; i < 8000; i++) {
      tail.learn(memory, 0, size.getAsDouble());
    }
  }
}
