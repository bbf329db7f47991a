package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailPriorTest {
  private static final double HOURLY = 1 / 24.0;

  @Test
  void countsAllOfItsValues() {
    double sum = IntStream.range(0, SizeBins.COUNT).mapToDouble(TailPrior::count).sum();
    assertThat(sum).isCloseTo(TailPrior.VALUES, within(1e-9));
  }

  @Test
  void halvesByTheTimeTenDaysAreRemembered() {
    assertThat(TailPrior.weight(0, HOURLY)).isEqualTo(1);
    assertThat(TailPrior.weight(240, HOURLY)).isCloseTo(0.5, within(1e-9));
    assertThat(TailPrior.weight(420, HOURLY)).isLessThan(0.1);
  }

  @Test
  void outlivesSomeValuesHoweverLongTheyTook() {
    assertThat(TailPrior.weight(30, 1)).isGreaterThan(0.99);
  }
}
