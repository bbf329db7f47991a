package dev.tidewatch.detector.clients;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Hourly sales with the rhythm of a day: views become orders, orders become revenue. In one country
 * all three fall for three hours, and revenue rises in another one later.
 */
final class SalesHistory {
  static final int HOURS = 400;
  private static final int FALL = 330;
  private static final int FALL_HOURS = 3;
  private static final int RISE = 370;
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 0, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private SalesHistory() {}

  /** All hours as one CSV text, with a header. */
  static String csv() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("time,country,platform,views,orders,revenue\n");
    for (int hour = 0; hour < HOURS; hour++) {
      for (String country : List.of("de", "fr", "us")) {
        for (String platform : List.of("app", "web")) {
          text.append(row(hour, country, platform, random)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String row(int hour, String country, String platform, Random random) {
    double rhythm = 1 + 0.5 * Math.sin(2 * Math.PI * hour / 24);
    double size = (country.equals("us") ? 2 : 1) * (platform.equals("app") ? 1.5 : 1);
    boolean falls = country.equals("de") && hour >= FALL && hour < FALL + FALL_HOURS;
    double views = 1000 * size * rhythm * near(1, 0.05, random) * (falls ? 0.2 : 1);
    double orders = views * near(0.1, 0.004, random);
    double revenue = orders * near(30, 1, random);
    if (country.equals("us") && hour == RISE) {
      revenue *= 3;
    }
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%.0f,%.0f,%.2f",
        TIME.format(BEGIN.plusHours(hour)),
        country,
        platform,
        views,
        orders,
        revenue);
  }

  private static double near(double mean, double deviation, Random random) {
    return mean + deviation * random.nextGaussian();
  }
}
