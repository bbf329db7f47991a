package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedDecimalTest {
  @Test
  void addsExactlyInAnyOrder() {
    Random random = new Random(7);
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      numbers.add(BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(16)));
    }
    BigDecimal expected = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(numbers, random);
      FixedDecimal sum =
          numbers.stream().map(FixedDecimal::of).reduce(FixedDecimal.ZERO, FixedDecimal::plus);
      assertThat(sum.toBigDecimal()).isEqualByComparingTo(expected);
    }
  }

  @Test
  void carriesIntoTheUpperHalf() {
    FixedDecimal sum = new FixedDecimal(0, -1).plus(new FixedDecimal(0, 1));
    assertThat(sum).isEqualTo(new FixedDecimal(1, 0));
    assertThat(new FixedDecimal(-1, -1).plus(new FixedDecimal(0, 1))).isEqualTo(FixedDecimal.ZERO);
  }

  @Test
  void reachesItsLimitsButNotBeyond() {
    FixedDecimal largest = new FixedDecimal(Long.MAX_VALUE, -1);
    FixedDecimal smallest = new FixedDecimal(Long.MIN_VALUE, 0);
    FixedDecimal step = new FixedDecimal(0, 1);
    FixedDecimal stepBack = new FixedDecimal(-1, -1);

    assertThat(smallest.plus(step).plus(stepBack)).isEqualTo(smallest);
    assertThat(largest.plus(stepBack).plus(step)).isEqualTo(largest);
    assertThatThrownBy(() -> largest.plus(step))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("the sum has more than 23 digits before its point");
    assertThatThrownBy(() -> smallest.plus(stepBack)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FixedDecimal.of(BigDecimal.TEN.pow(24)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void isWrittenWithoutExponentRoundedHalfToEven() {
    assertThat(text("69655024.51999989", 4)).isEqualTo("69655024.5200");
    assertThat(text("0.00005", 4)).isEqualTo("0.0000");
    assertThat(text("0.00015", 4)).isEqualTo("0.0002");
    assertThat(text("-0.00001", 4)).isEqualTo("0.0000");
    assertThat(text("1e15", 0)).isEqualTo("1000000000000000");
    assertThat(text("0.000000000001", 12)).isEqualTo("0.000000000001");
  }

  @Test
  void aMeasureIsItsSumOrItsAverage() {
    MeasureTotal total = new MeasureTotal(FixedDecimal.of(new BigDecimal("10")), 3);
    assertThat(total.valueFor(new Measure("m", "m", Aggregation.SUM, 2))).contains(dec("10.00"));
    assertThat(total.valueFor(new Measure("m", "m", Aggregation.AVG, 2))).contains(dec("3.33"));
    MeasureTotal tie = new MeasureTotal(FixedDecimal.of(new BigDecimal("0.5")), 2);
    assertThat(tie.valueFor(new Measure("m", "m", Aggregation.AVG, 1))).contains(dec("0.2"));
  }

  @Test
  void aMeasureWithoutValuesHasNoValue() {
    MeasureTotal none = new MeasureTotal(FixedDecimal.ZERO, 0);
    assertThat(none.valueFor(Measure.of("m", Aggregation.SUM))).isEmpty();
    assertThat(none.valueFor(Measure.of("m", Aggregation.AVG))).isEmpty();
  }

  private static String text(String number, int decimals) {
    return FixedDecimal.of(new BigDecimal(number)).toPlainString(decimals);
  }

  private static BigDecimal dec(String number) {
    return new BigDecimal(number);
  }
}
