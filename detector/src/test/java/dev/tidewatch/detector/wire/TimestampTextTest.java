package dev.tidewatch.detector.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {

  @Test
  void writesSecondsOnlyWhereThereAreSome() {
    assertThat(TimestampText.write(Instant.parse("2026-11-20T10:05:00Z")))
        .isEqualTo("2026-11-20T10:05Z[UTC]");
    assertThat(TimestampText.write(Instant.parse("2026-11-20T00:00:00Z")))
        .isEqualTo("2026-11-20T00:00Z[UTC]");
    assertThat(TimestampText.write(Instant.parse("2026-11-20T10:05:07Z")))
        .isEqualTo("2026-11-20T10:05:07Z[UTC]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T10:05Z[UTC], 2026-11-20T10:05:00Z",
    "2026-11-20T10:05:00Z, 2026-11-20T10:05:00Z",
    "2026-11-20T10:05:00+00:00[UTC], 2026-11-20T10:05:00Z",
    "2026-11-20T10:05:30+01:00, 2026-11-20T09:05:30Z",
    "2026-11-20T10:05+01:00[Europe/Berlin], 2026-11-20T09:05:00Z",
    "2021-02-14T04:00Z[Atlantic/St_Helena], 2021-02-14T04:00:00Z"
  })
  void readsEveryShape(String text, Instant time) {
    assertThat(TimestampText.read(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20",
        "2026-11-20T10:05",
        "2026-02-30T10:05Z",
        "+999999999-01-01T00:00Z",
        "0000-01-01T00:00Z",
        "2026-11-20T10:05Z[Nowhere/Land]",
        "1795190400"
      })
  void anythingElseIsNoTime(String text) {
    assertThat(TimestampText.read(text)).isEmpty();
  }
}
