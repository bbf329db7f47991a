package dev.tidewatch.scoring.series;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What is known of a time series before its first value.
 *
 * @param interval how far apart its values are: one minute to one day, a whole number of them a day
 * @param zone where its days begin
 * @param missing what an interval without a value says
 * @param watched how many series are watched together: the more, the rarer a severity, see {@link
 *     Severity}
 */
public record SeriesSettings(Duration interval, ZoneId zone, MissingRule missing, int watched) {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  public SeriesSettings {
    requireNonNull(zone, "zone");
    requireNonNull(missing, "missing");
    long seconds = interval.toSeconds();
    if (seconds < 60 || DAY % seconds != 0 || !interval.equals(Duration.ofSeconds(seconds))) {
      throw new IllegalArgumentException(
          "an interval is one minute to one day and divides the day, not " + interval);
    }
    if (watched < 1) {
      throw new IllegalArgumentException("at least 1 series is watched, not " + watched);
    }
  }

  /** A series watched alone. */
  public SeriesSettings(Duration interval, ZoneId zone, MissingRule missing) {
    this(interval, zone, missing, 1);
  }
}
