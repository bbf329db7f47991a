package dev.tidewatch.metricset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "90s, PT1M30S",
    "5m, PT5M",
    "1h30m, PT1H30M",
    "14d, P14D",
    "PT5M, PT5M",
    "250ms, PT0.25S",
    "' 1d1h1m1s1ms ', PT25H1M1.001S"
  })
  void readsWhatPeopleWrite(String text, Duration duration) {
    assertThat(DurationText.parse(text)).hasValue(duration);
    assertThat(DurationText.readPositive(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "5x", "m", "30m1h", "soon", "P1Y", "-5m", "99999999999999999999d"})
  void refusesWhatIsNoDuration(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
    assertThatThrownBy(() -> DurationText.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is no duration: write 90s, 5m, 1h30m, 14d or PT5M");
  }

  @Test
  void tellsNothingFromSomething() {
    assertThat(DurationText.read("0m")).isZero();
    assertThatThrownBy(() -> DurationText.readPositive("0m"))
        .hasMessage("'0m' is not longer than zero");
  }
}
