package dev.tidewatch.evaluation.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {
  @Test
  void takesTheMedianStepAsInterval() {
    assertThat(series(0, 300, 600, 900, 5000).interval()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void roundsTheIntervalToALengthThatDividesTheDay() {
    assertThat(series(0, 3601, 7202, 10803).interval()).isEqualTo(Duration.ofHours(1));
    assertThat(series(0, 20, 40).interval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(series(0, 604_800, 1_209_600).interval()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void takesADayWhereNothingGoesForward() {
    assertThat(series(50).interval()).isEqualTo(Duration.ofDays(1));
    assertThat(series(50, 50, 40).interval()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void startsARowsIntervalWhereItsTimestampFallsInto() {
    TimeSeries series = series(61, 121, 181, 601);
    assertThat(series.start(0)).isEqualTo(Instant.ofEpochSecond(60));
    assertThat(series.start(3)).isEqualTo(Instant.ofEpochSecond(600));
  }

  @Test
  void givesTheNextIntervalToARowThatComesTooEarly() {
    TimeSeries series = series(300, 600, 899, 901, 1201, 1500, 1800);
    assertThat(series.start(2)).isEqualTo(Instant.ofEpochSecond(900));
    assertThat(series.start(3)).isEqualTo(Instant.ofEpochSecond(1200));
    assertThat(series.start(6)).isEqualTo(Instant.ofEpochSecond(2100));
  }

  @Test
  void leavesARepeatedOrEarlierTimestampInItsOwnInterval() {
    TimeSeries series = series(0, 60, 120, 120, 60, 180);
    assertThat(series.start(3)).isEqualTo(Instant.ofEpochSecond(120));
    assertThat(series.start(4)).isEqualTo(Instant.ofEpochSecond(60));
    assertThat(series.start(5)).isEqualTo(Instant.ofEpochSecond(180));
  }

  @Test
  void hasARow() {
    assertThatThrownBy(() -> new TimeSeries(new long[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }

  private static TimeSeries series(long... seconds) {
    return new TimeSeries(seconds, new double[seconds.length]);
  }
}
