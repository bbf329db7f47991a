package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalRowsTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @Test
  void keepsRowsColumnByColumn() {
    IntervalRows rows = IntervalRows.at(START, 1, 2).add(List.of("ios"), 1, 2).build();

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.dimension(0, 0)).isEqualTo("ios");
    assertThat(rows.measure(1, 0)).isEqualTo(2);
  }

  @Test
  void refusesATimeNoClockShows() {
    assertThatThrownBy(() -> IntervalRows.at(Instant.MAX, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in the years 1 to 9999, not at +1000000000-12-31");
  }

  @Test
  void refusesARowOfAnotherWidth() {
    assertThatThrownBy(() -> IntervalRows.at(START, 2, 1).add(List.of("ios"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a row has 2 dimension values and 1 measure values, not 1 and 1");
  }
}
