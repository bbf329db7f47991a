package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SizeBinsTest {
  @Test
  void putEverySizeBetweenTheEdgesOfItsBin() {
    for (double size = 1; size < SizeBins.LARGEST; size *= 1.01) {
      int bin = SizeBins.of(size);
      assertThat(size * (1 + 1e-12)).isGreaterThan(SizeBins.edge(bin));
      assertThat(size * (1 - 1e-12)).isLessThan(SizeBins.edge(bin + 1));
    }
  }

  @Test
  void takeInWhatIsBeyondTheirEnds() {
    assertThat(SizeBins.of(0)).isZero();
    assertThat(SizeBins.of(Double.POSITIVE_INFINITY)).isEqualTo(SizeBins.COUNT - 1);
  }

  @Test
  void aScatterIsLoweredByAsMuchAsSizesMoveUp() {
    int steps = SizeBins.steps(2);
    double scatter = SizeBins.lowered(10, steps);

    assertThat(SizeBins.of(10 / scatter * 3)).isEqualTo(SizeBins.of(3) + steps);
    assertThat(scatter).isCloseTo(5, within(5 * 0.17));
  }
}
