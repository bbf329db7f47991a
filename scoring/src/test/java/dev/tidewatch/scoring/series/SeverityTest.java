package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
  @ParameterizedTest
  @CsvSource({"50, 14", "70, 140", "90, 1400"})
  void promisesDays(double severity, long days) {
    Duration promised = Severity.returnPeriod(severity);
    assertThat(promised.minusDays(days).abs()).isLessThan(Duration.ofSeconds(days));
    assertThat(Severity.of(StrictMath.log10(days * 86_400.0))).isCloseTo(severity, within(1e-9));
  }

  @Test
  void staysBetweenNothingAndAHundred() {
    assertThat(Severity.of(0)).isZero();
    assertThat(Severity.of(300)).isEqualTo(100);
  }

  @Test
  void growsRarerWithTheSquareRootOfTheSeriesWatched() {
    assertThat(Severity.returnPeriod(50, 10_000).toDays()).isBetween(1399L, 1400L);
    assertThat(Severity.of(6, 1)).isEqualTo(Severity.of(6));
    assertThat(Severity.of(8, 10_000)).isCloseTo(Severity.of(6), within(1e-9));
  }
}
