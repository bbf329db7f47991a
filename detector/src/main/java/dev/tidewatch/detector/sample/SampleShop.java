package dev.tidewatch.detector.sample;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What a shop sells in five marketplaces on three platforms, with the rhythm of days and weeks: the
 * same interval is the same records whenever it is asked for.
 *
 * @param anchor when the shop was opened for trial: incidents begin a cycle before and go on after
 */
record SampleShop(long seed, Instant anchor) {
  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final String TIME = "time";
  static final List<String> DIMENSIONS = List.of("marketplace", "platform");
  static final List<String> MEASURES = List.of("views", "orders", "revenue", "errors");
  static final String HEADER =
      TIME + "," + String.join(",", DIMENSIONS) + "," + String.join(",", MEASURES) + "\n";

  private static final List<Incident> INCIDENTS = Incident.ofCycle();
  private static final double ORDERS_OF_VIEWS = .06;
  private static final double ERRORS_OF_VIEWS = .02;

  /** How far the number of an interval may be off for reasons nobody sees. */
  private static final double NOISE = .02;

  SampleShop {
    requireNonNull(anchor, "anchor");
  }

  /** Where it sells, by how much, and at what price. */
  private enum Marketplace {
    DE("Europe/Berlin", 900, 42),
    FR("Europe/Paris", 700, 38),
    JP("Asia/Tokyo", 800, 35),
    UK("Europe/London", 850, 45),
    US("America/New_York", 1_400, 50);

    private final ZoneId zone;
    private final double views;
    private final double price;

    Marketplace(String zone, double views, double price) {
      this.zone = ZoneId.of(zone);
      this.views = views;
      this.price = price;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** On what, and with which part of the views. */
  private enum Platform {
    MOBILE_APP(.45),
    MOBILE_WEB(.2),
    WEB(.35);

    private final double part;

    Platform(double part) {
      this.part = part;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The records of an interval as lines of CSV, without a header. */
  String records(Instant start) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + start.getEpochSecond());
    StringBuilder lines = new StringBuilder();
    for (Marketplace marketplace : Marketplace.values()) {
      double rhythm = rhythm(start.atZone(marketplace.zone));
      for (Platform platform : Platform.values()) {
        double usual = marketplace.views * platform.part * rhythm;
        double views = near(usual, random);
        double orders = near(usual * ORDERS_OF_VIEWS, random);
        double errors = near(usual * ERRORS_OF_VIEWS, random);
        Place place = new Place(start, marketplace.label(), platform.label());
        lines.append(
            String.format(
                Locale.ROOT,
                "%d,%s,%s,%.0f,%.0f,%.2f,%.0f\n",
                start.getEpochSecond(),
                place.marketplace(),
                place.platform(),
                views * factor(place, "views"),
                orders * factor(place, "orders"),
                near(usual * ORDERS_OF_VIEWS * marketplace.price, random)
                    * factor(place, "revenue"),
                errors * factor(place, "errors")));
      }
    }
    return lines.toString();
  }

  private record Place(Instant time, String marketplace, String platform) {}

  private double factor(Place place, String measure) {
    Duration since = Duration.between(anchor.minus(Incident.CYCLE), place.time());
    if (since.isNegative()) {
      return 1;
    }
    Duration into = Duration.ofSeconds(since.toSeconds() % Incident.CYCLE.toSeconds());
    double factor = 1;
    for (Incident incident : INCIDENTS) {
      factor *= incident.factor(into, place.marketplace(), place.platform(), measure);
    }
    return factor;
  }

  /** People sleep, come home from work, and have time at weekends. */
  private static double rhythm(ZonedDateTime there) {
    double hour = there.getHour() + there.getMinute() / 60.0;
    double day = 1 - .45 * Math.cos(2 * Math.PI * (hour - 4) / 24);
    double evening = .2 * Math.cos(4 * Math.PI * (hour - 20) / 24);
    boolean weekend =
        there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
    return (day + evening) * (weekend ? 1.1 : 1);
  }

  /** Numbers of people scatter by their root; those of money as those who pay it. */
  private static double near(double mean, SplittableRandom random) {
    double scatter = Math.sqrt(NOISE * NOISE + 1 / Math.max(400, mean * 10));
    return Math.max(0, mean * (1 + scatter * random.nextGaussian()));
  }
}
