package dev.tidewatch.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void theIntervalIsThatOfThePoissonDistribution() {
    // Exact limits of ten: 5.425 and 16.962.
    Ratio ratio = new Ratio(10, 10);

    assertThat(ratio.lower()).isCloseTo(0.5425, within(0.002));
    assertThat(ratio.upper()).isCloseTo(1.6962, within(0.002));
  }

  @Test
  void nothingSeenStillLeavesRoom() {
    Ratio ratio = new Ratio(0, 1);

    assertThat(ratio.lower()).isZero();
    assertThat(ratio.upper()).isCloseTo(2.996, within(0.05));
  }

  @Test
  void twiceAndHalfThePromiseAreStillWithinAFactorOfTwo() {
    assertThat(new Ratio(20, 10).withinFactorTwo()).isTrue();
    assertThat(new Ratio(5, 10).withinFactorTwo()).isTrue();
    assertThat(new Ratio(21, 10).withinFactorTwo()).isFalse();
    assertThat(new Ratio(4, 10).withinFactorTwo()).isFalse();
  }
}
