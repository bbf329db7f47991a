package dev.tidewatch.generator.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
  private static final int MANY = 200_000;
  private final CounterRandom random = CounterRandom.of(7);

  @Test
  void isTheSameForTheSameSeedAndCounter() {
    assertThat(CounterRandom.of(7).split("series").bits(42))
        .isEqualTo(random.split("series").bits(42));
  }

  @Test
  void differsByPurposeAndSeed() {
    assertThat(random.split("a").bits(1))
        .isNotEqualTo(random.split("b").bits(1))
        .isNotEqualTo(CounterRandom.of(8).split("a").bits(1));
  }

  @Test
  void unitIsEvenFromNoughtToOne() {
    double mean = LongStream.range(0, MANY).mapToDouble(random::unit).average().orElseThrow();
    long low = LongStream.range(0, MANY).filter(i -> random.unit(i) < 0.1).count();

    assertThat(mean).isCloseTo(0.5, within(0.005));
    assertThat(low / (double) MANY).isCloseTo(0.1, within(0.005));
    assertThat(LongStream.range(0, MANY).mapToDouble(random::unit))
        .allMatch(drawn -> drawn >= 0 && drawn < 1);
  }

  @Test
  void bellHasMeanNoughtAndDeviationOne() {
    double mean = LongStream.range(0, MANY).mapToDouble(random::bell).average().orElseThrow();
    double variance =
        LongStream.range(0, MANY)
            .mapToDouble(random::bell)
            .map(drawn -> drawn * drawn)
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0, within(0.01));
    assertThat(variance).isCloseTo(1, within(0.02));
  }

  @Test
  void neighbouringCountersAreNotRelated() {
    double product =
        LongStream.range(0, MANY)
            .mapToDouble(i -> random.bell(i) * random.bell(i + 1))
            .average()
            .orElseThrow();

    assertThat(product).isCloseTo(0, within(0.01));
  }
}
