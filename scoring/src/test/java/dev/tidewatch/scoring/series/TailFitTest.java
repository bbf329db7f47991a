package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TailFitTest {
  private static final int START = 12;
  private static final double VALUES = 100_000;

  private final double[] counted = new double[SizeBins.COUNT];
  private final TailFit fit = new TailFit(counted);

  @Test
  void findsAParetoTail() {
    count(relative -> StrictMath.pow(relative, -2));
    assertThat(fit.beyond(START, above(), 4, 0)).isCloseTo(1 / 16.0, Percentage.withPercentage(5));
  }

  @Test
  void findsAnExponentialTail() {
    count(relative -> StrictMath.exp(-3 * (relative - 1)));
    assertThat(fit.beyond(START, above(), 2, 0))
        .isCloseTo(StrictMath.exp(-3), Percentage.withPercentage(5));
  }

  @Test
  void allOfTheTailIsBeyondItsStart() {
    count(relative -> StrictMath.pow(relative, -2));
    assertThat(fit.beyond(START, above(), 1, 0)).isCloseTo(1, within(1e-9));
  }

  @Test
  void doesNotBelieveHowLargeAnomaliesAre() {
    count(relative -> StrictMath.exp(-3 * (relative - 1)));
    counted[SizeBins.COUNT - 1] += VALUES / 20;
    double taught = fit.beyond(START, above(), 6, 0);
    double doubting = fit.beyond(START, above(), 6, 0.1);
    assertThat(doubting).isLessThan(taught / 2);
  }

  private void count(DoubleUnaryOperator survival) {
    for (int bin = START; bin < SizeBins.COUNT; bin++) {
      double from = SizeBins.edge(bin) / SizeBins.edge(START);
      double to = SizeBins.edge(bin + 1) / SizeBins.edge(START);
      counted[bin] = VALUES * (survival.applyAsDouble(from) - survival.applyAsDouble(to));
    }
  }

  private double above() {
    return Arrays.stream(counted).sum();
  }
}
