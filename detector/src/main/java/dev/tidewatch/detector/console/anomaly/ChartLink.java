package dev.tidewatch.detector.console.anomaly;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.view.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where a chart finds its data, and what it points at.
 *
 * @param from where the anomaly begins
 * @param to where it ends
 */
public record ChartLink(String url, Instant from, Instant to) {
  /** As the original showed (contract section 10): 28 days of hours. */
  private static final int INTERVALS_BEFORE = 672;

  private static final int INTERVALS_AFTER = 144;

  /** Whose daily rhythm wants to be seen. */
  private static final Duration LEAST_BEFORE = Duration.ofDays(8);

  static ChartLink of(
      String detector, FoundGroup group, long series, Duration interval, ZoneId zone, Instant now) {
    Duration before = longer(interval.multipliedBy(INTERVALS_BEFORE), LEAST_BEFORE);
    Instant end = group.end().plus(interval);
    Instant after = end.plus(interval.multipliedBy(INTERVALS_AFTER));
    return new ChartLink(
        Query.empty()
            .with("measure", group.measure())
            .with("from", group.start().minus(before).toString())
            .with("to", (after.isAfter(now) && end.isBefore(now) ? second(now) : after).toString())
            .with("tz", zone.getId())
            .url("/d/" + detector + "/series/" + series + ".json"),
        group.start(),
        end);
  }

  private static Instant second(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** For the series a scope is, where there is one. */
  static Optional<ChartLink> of(
      String detector,
      FoundGroup group,
      Optional<Integer> series,
      Duration interval,
      ZoneId zone,
      Instant now) {
    return series.map(number -> of(detector, group, number, interval, zone, now));
  }
}
