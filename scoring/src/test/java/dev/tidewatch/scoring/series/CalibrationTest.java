package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * How often healthy hourly series alert once they are a month old, against what severities promise:
 * within a factor of two at 30 and 50 (Gaussian noise at 50: of two and a half), and not more than
 * that at 70. Not promised: as many as allowed at 70 and 90 for light noise (Gaussian, counts),
 * which alerts more rarely, nor sparse hourly counts in their first month, which alert some four
 * times too often at 50.
 */
class CalibrationTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int DAYS = 400;
  private static final int LEARNING = 28 * 24;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void keepsItsPromiseForStudentNoise() {
    IntToDoubleFunction student = i -> 100 + studentFour();
    assertThat(alertsPerPromised(student, 30)).isBetween(0.5, 2.0);
    assertThat(alertsPerPromised(student, 50)).isBetween(0.5, 2.0);
    assertThat(alertsPerPromised(student, 70)).isBetween(0.25, 2.0);
    assertThat(alertsPerPromised(student, 90)).isLessThan(4);
  }

  @Test
  void keepsItsPromiseForLognormalNoiseWithASeason() {
    IntToDoubleFunction lognormal =
        i ->
            StrictMath.exp(
                2 + StrictMath.sin(2 * StrictMath.PI * i / 24) + 0.5 * random.nextGaussian());
    assertThat(alertsPerPromised(lognormal, 30)).isBetween(0.5, 2.0);
    assertThat(alertsPerPromised(lognormal, 50)).isBetween(0.5, 2.0);
    assertThat(alertsPerPromised(lognormal, 70)).isLessThan(2);
  }

  @Test
  void keepsItsPromiseForGaussianNoise() {
    IntToDoubleFunction gaussian = i -> 100 + random.nextGaussian();
    assertThat(alertsPerPromised(gaussian, 30)).isBetween(0.5, 2.0);
    assertThat(alertsPerPromised(gaussian, 50)).isBetween(0.4, 2.0);
    assertThat(alertsPerPromised(gaussian, 70)).isLessThan(2);
  }

  @Test
  void keepsItsPromiseForCounts() {
    IntToDoubleFunction counts = i -> Signal.poisson(random, 3);
    assertThat(alertsPerPromised(counts, 30)).isBetween(0.5, 2.0);
    assertThat(alertsPerPromised(counts, 50)).isBetween(0.5, 2.0);
    assertThat(alertsPerPromised(counts, 70)).isLessThan(2);
  }

  private double studentFour() {
    double squares = 0;
    for (int i = 0; i < 4; i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    return random.nextGaussian() / Math.sqrt(squares / 4);
  }

  /** Alerts, neighbours counted once, of 20 series by those promised. */
  private static double alertsPerPromised(IntToDoubleFunction noise, double severity) {
    int alerts = 0;
    for (int series = 0; series < 20; series++) {
      PointScore[] scores = Signal.scores(Signal.every(HOUR), Signal.values(24 * DAYS, noise));
      int last = 0;
      for (int i = LEARNING; i < scores.length; i++) {
        if (scores[i].severity() >= severity) {
          alerts += i - last > 3 ? 1 : 0;
          last = i;
        }
      }
    }
    double days = 20 * (DAYS - LEARNING / 24.0);
    return alerts / days * Severity.returnPeriod(severity).toHours() / 24;
  }
}
