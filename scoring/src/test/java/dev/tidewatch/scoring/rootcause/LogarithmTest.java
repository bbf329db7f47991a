package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
  @Test
  void agreesWithTheSlowOne() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double x = StrictMath.exp(40 * random.nextDouble() - 20);
      assertThat(Logarithm.of(x)).isCloseTo(StrictMath.log(x), within(1e-13));
    }
  }

  @Test
  void isExactAtOne() {
    assertThat(Logarithm.of(1)).isZero();
  }
}
