package dev.tidewatch.detector.intake.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.intake.Requests;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far back history may reach: contract section 4.3. */
final class HistoryWindowTest {
  @ParameterizedTest
  @CsvSource({
    "PT5M, UTC, 2026-08-20T10:05:00Z, 2026-11-20T10:05:00Z",
    "PT10M, UTC, 2026-05-20T10:00:00Z, 2026-11-20T10:00:00Z",
    "PT1H, UTC, 2023-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
    "P1D, UTC, 2021-11-20T00:00:00Z, 2026-11-20T00:00:00Z",
    "P1D, Europe/Berlin, 2021-11-19T23:00:00Z, 2026-11-19T23:00:00Z",
    "PT5M, Europe/Berlin, 2026-08-20T09:05:00Z, 2026-11-20T10:05:00Z"
  })
  void reachesAsFarAsTheIntervalsLengthAllows(
      IntervalLength length, String zone, Instant from, Instant to) {
    var dataset =
        Requests.dataset(
            length, Requests.shop("s3://bucket/{{yyyyMMdd}}/{{HHmm}}/").timezone(zone));

    assertThat(HistoryWindow.of(dataset, Instant.parse("2026-11-20T10:07:00Z")))
        .isEqualTo(new Interval(from, to));
  }
}
