package dev.tidewatch.evaluation.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Each in a JVM of its own, as the command has it. */
class TrialTest {
  /** A fifth of the most series a detector has; {@code -Dtrial.leaves=50000} tries all of them. */
  private static final int LEAVES = Integer.getInteger("trial.leaves", 10_000);

  @Test
  void theHeapHoldsTheNumbersOfTheSeriesAndLittleElse() {
    Figures figures = run(TrialKind.SERIES, 2_000);

    double numbers = figures.of(Figure.STATE_BYTES_A_SERIES);
    assertThat(figures.of(Figure.HEAP_BYTES_A_SERIES)).isCloseTo(numbers, within(0.1 * numbers));
    assertThat(figures.of(Figure.MICROS_A_POINT)).isPositive();
  }

  @Test
  void theForestRunsBeside() {
    Figures figures = run(TrialKind.FOREST, 1);

    assertThat(figures.of(Figure.HEAP_BYTES_A_SERIES)).isGreaterThan(100_000);
    assertThat(figures.of(Figure.SNAPSHOT_BYTES_A_SERIES)).isGreaterThan(10_000);
  }

  @Test
  void aDetectorTakesHalfASecondAnIntervalAndTenKilobytesALeafAtMost() {
    Figures figures = run(TrialKind.DETECTOR, LEAVES);

    assertThat(figures.of(Figure.SERIES)).isGreaterThan(LEAVES);
    assertThat(figures.of(Figure.INTERVAL_MILLIS)).isPositive().isLessThan(500);
    assertThat(figures.of(Figure.SNAPSHOT_MILLIS)).isPositive().isLessThan(0.05 * LEAVES);
    assertThat(figures.of(Figure.RESTORE_MILLIS)).isPositive();
    assertThat(figures.of(Figure.HEAP_BYTES_A_SERIES) * figures.of(Figure.SERIES))
        .isLessThan(10e3 * LEAVES);
  }

  private static Figures run(TrialKind kind, int size) {
    return new TrialRun(kind, size).figures(1).orElseThrow();
  }
}
