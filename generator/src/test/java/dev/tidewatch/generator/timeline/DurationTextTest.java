package dev.tidewatch.generator.timeline;

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
    "250ms, PT0.25S"
  })
  void readsWhatPeopleWrite(String text, Duration duration) {
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5x", "m", "-5m", "99999999999999999999d"})
  void refusesWhatIsNoDuration(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is no duration; write 90s, 5m, 1h30m, 14d or PT5M");
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> DurationText.parse("0m")).hasMessage("'0m' is not longer than zero");
  }
}
