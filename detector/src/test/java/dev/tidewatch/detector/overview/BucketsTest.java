package dev.tidewatch.detector.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {
  private static final Instant FROM = Instant.parse("2026-11-20T10:07:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT1H, 100, PT1M, 60",
    "P1D, 100, PT15M, 97", // both ends lie within a quarter of an hour
    "P7D, 168, PT2H, 85",
    "P7D, 200, PT1H, 169",
    "P30D, 120, PT12H, 61",
    "P365D, 200, P2D, 184",
    "P3650D, 100, P37D, 100"
  })
  void cutsIntoWhatClocksShow(Duration length, int most, Duration width, int count) {
    Buckets buckets = Buckets.of(new TimeRange(FROM, FROM.plus(length)), most);
    assertThat(buckets.width()).isEqualTo(width);
    assertThat(buckets.count()).isEqualTo(count).isLessThanOrEqualTo(most);
    assertThat(buckets.start()).isBeforeOrEqualTo(FROM);
    assertThat(buckets.startOf(buckets.count())).isAfterOrEqualTo(FROM.plus(length));
    assertThat(buckets.startOf(1)).isAfter(FROM);
  }

  @Test
  void refusesARangeThatIsNone() {
    assertThatThrownBy(() -> new TimeRange(FROM, FROM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a range ends after 2026-11-20T10:07:00Z, not at 2026-11-20T10:07:00Z");
  }
}
