package dev.tidewatch.scoring.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * How alike an anomaly is to one that an analyst judged, 0 to 1: a product of kernels, one a trait,
 * so that one trait that is quite different is enough to tell them apart.
 *
 * <p>Size is one-sided. Who calls a deviation irrelevant says so of smaller and shorter ones too,
 * but not of larger and longer ones; who calls it relevant says so of larger and longer ones.
 */
final class Likeness {
  private static final double MAGNITUDE_WIDTH = 0.2; // in natural logarithms: a fifth larger
  private static final double DURATION_WIDTH = 0.9; // two and a half times as long
  private static final double OTHER_TROUBLE = 0.3;
  private static final double OTHER_HOUR = 0.5;
  private static final double SAME_HOUR_OF_ANOTHER_DAY = 0.8;
  private static final double HOURS_WIDTH = 2;
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;

  private final ZoneId zone;

  Likeness(ZoneId zone) {
    this.zone = zone;
  }

  double of(SeriesAnomaly anomaly, Opinion opinion) {
    SeriesAnomaly judged = opinion.anomaly();
    if (!anomaly.measure().equals(judged.measure()) || anomaly.direction() != judged.direction()) {
      return 0;
    }
    double sign = opinion.relevant() ? -1 : 1;
    return scope(anomaly.scope(), judged.scope())
        * (anomaly.trouble() == judged.trouble() ? 1 : OTHER_TROUBLE)
        * beyond(sign * logRatio(anomaly.magnitude(), judged.magnitude()), MAGNITUDE_WIDTH)
        * beyond(sign * logRatio(anomaly.duration(), judged.duration()), DURATION_WIDTH)
        * hours(anomaly.start(), judged.start());
  }

  /** 1 for the same scope, 0 for scopes that exclude each other, between for parts of a whole. */
  private static double scope(Map<String, String> one, Map<String, String> other) {
    int shared = 0;
    for (Map.Entry<String, String> entry : one.entrySet()) {
      String value = other.getOrDefault(entry.getKey(), entry.getValue());
      if (!value.equals(entry.getValue())) {
        return 0;
      }
      shared += other.containsKey(entry.getKey()) ? 1 : 0;
    }
    int all = one.size() + other.size() - shared;
    return (1.0 + shared) / (1.0 + all);
  }

  private static double logRatio(double one, double other) {
    return StrictMath.log(one / other);
  }

  private static double logRatio(Duration one, Duration other) {
    return logRatio((double) one.toMillis(), (double) other.toMillis());
  }

  private static double beyond(double excess, double width) {
    return excess <= 0 ? 1 : bell(excess / width);
  }

  private double hours(Instant one, Instant other) {
    double apart = Math.abs(hourOfWeek(one) - hourOfWeek(other));
    double ofWeek = Math.min(apart, WEEK - apart);
    double ofDay = Math.min(apart % DAY, DAY - apart % DAY);
    double week = OTHER_HOUR + (1 - OTHER_HOUR) * bell(ofWeek / HOURS_WIDTH);
    double day = OTHER_HOUR + (SAME_HOUR_OF_ANOTHER_DAY - OTHER_HOUR) * bell(ofDay / HOURS_WIDTH);
    return Math.max(week, day);
  }

  private double hourOfWeek(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return (local.getDayOfWeek().getValue() - 1) * DAY
        + local.toLocalTime().toSecondOfDay() / 3600.0;
  }

  private static double bell(double distance) {
    return StrictMath.exp(-distance * distance / 2);
  }
}
