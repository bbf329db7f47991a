package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Tells the part of the season an instant lies in: of the day, or of the week for daily values. */
final class Season {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final ZoneId zone;
  private final long length;
  private final long slot;

  private Season(SeriesSettings settings, Duration slot) {
    zone = settings.zone();
    boolean daily = settings.interval().toSeconds() == DAY;
    length = daily ? 7 * DAY : DAY;
    this.slot = daily ? DAY : slot.toSeconds();
  }

  /** A part for every interval. */
  static Season byInterval(SeriesSettings settings) {
    return new Season(settings, settings.interval());
  }

  /** A part for every hour, or for every interval where that is longer. */
  static Season byHour(SeriesSettings settings) {
    Duration hour = Duration.ofHours(1);
    boolean longer = settings.interval().compareTo(hour) > 0;
    return new Season(settings, longer ? settings.interval() : hour);
  }

  int slots() {
    return (int) (length / slot);
  }

  int slotOf(Instant instant) {
    return (int) (Math.floorMod(local(instant), length) / slot);
  }

  /** Which season it is, counted from 1970. */
  long turnOf(Instant instant) {
    return Math.floorDiv(local(instant), length);
  }

  private long local(Instant instant) {
    return instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
  }
}
