package dev.tidewatch.generator.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = BackOff.standard(new Random(7));

  @Test
  void waitsAnythingUpToABoundThatDoubles() {
    for (int failures = 1; failures <= 8; failures++) {
      Duration longest = longestOfMany(failures);
      Duration bound = Duration.ofMillis(20L << (failures - 1));
      assertThat(longest).isBetween(bound.multipliedBy(9).dividedBy(10), bound);
    }
  }

  @Test
  void neverWaitsMoreThanFiveSeconds() {
    assertThat(longestOfMany(1_000)).isBetween(Duration.ofMillis(4_900), Duration.ofSeconds(5));
  }

  private Duration longestOfMany(int failures) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> backOff.after(failures))
        .max(Duration::compareTo)
        .orElseThrow();
  }
}
