package dev.tidewatch.scoring.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExcessTailTest {
  @Test
  void isAnExponentialWhereMuchIsKnown() {
    ExcessTail tail = new ExcessTail(4, 0.05, 0.5, 1e9, 0.5);

    assertThat(tail.probability(4)).isEqualTo(1);
    assertThat(tail.probability(6)).isCloseTo(0.05 * StrictMath.exp(-4), within(1e-6));
  }

  @Test
  void isHeavierTheFewerValuesItIsKnownFrom() {
    ExcessTail few = new ExcessTail(4, 0.05, 0.5, 10, 0.5);
    ExcessTail many = new ExcessTail(4, 0.05, 0.5, 10_000, 0.5);

    assertThat(few.probability(9)).isGreaterThan(2 * many.probability(9));
  }

  @Test
  void saysNothingWhileNothingIsKnown() {
    assertThat(ExcessTail.UNKNOWN.probability(1e300)).isEqualTo(1);
  }
}
