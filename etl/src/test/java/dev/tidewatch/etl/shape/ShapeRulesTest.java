package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShapeRulesTest {
  @Test
  void defaultsAreThese() {
    assertThat(ShapeRules.DEFAULT)
        .isEqualTo(
            new ShapeRules(
                true, Duration.ofMinutes(2), Duration.ofDays(31), 10 * 1024 * 1024, 1_000_000));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> ShapeRules.DEFAULT.withMaxAhead(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxAhead is between 0 and 36525 days, not PT-1S");
    assertThatThrownBy(() -> ShapeRules.DEFAULT.withMaxAge(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("maxAge is between 0 and 36525 days");
    assertThatThrownBy(() -> ShapeRules.DEFAULT.withMaxRecordBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxRecordBytes is at least 1, not 0");
    assertThatThrownBy(() -> ShapeRules.DEFAULT.withMaxOpenRows(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxOpenRows is at least 1, not 0");
  }
}
