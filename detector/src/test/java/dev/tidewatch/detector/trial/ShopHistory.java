package dev.tidewatch.detector.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a shop sold, hour by hour: orders and revenue by country and platform. In the UK orders fell
 * for three hours, later prices doubled everywhere for one.
 */
public final class ShopHistory {
  public static final int HOURS = 500;
  public static final int FALL = 420;
  public static final int RISE = 470;
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

  private ShopHistory() {}

  /** The start of an hour by its number. */
  public static Instant at(int hour) {
    return BEGIN.plus(Duration.ofHours(hour));
  }

  /** What was anomalous, as people write it down. */
  public static String labels() {
    return at(FALL) + "," + at(FALL + 3) + ",country=uk\n" + at(RISE) + "," + at(RISE + 1) + "\n";
  }

  /** The records. */
  public static String csv() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("time,country,platform,orders,revenue\n");
    for (int hour = 0; hour < HOURS; hour++) {
      for (String country : List.of("de", "uk")) {
        for (String platform : List.of("app", "web")) {
          double day = 1.5 + Math.sin(2 * Math.PI * hour / 24);
          boolean fell = country.equals("uk") && hour >= FALL && hour < FALL + 3;
          double orders = 500 * day * (1 + .02 * random.nextGaussian()) * (fell ? .2 : 1);
          double price = 30 * (1 + .01 * random.nextGaussian()) * (hour == RISE ? 2 : 1);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%d,%s,%s,%.0f,%.2f\n",
                  at(hour).getEpochSecond(),
                  country,
                  platform,
                  orders,
                  orders * price));
        }
      }
    }
    return text.toString();
  }
}
