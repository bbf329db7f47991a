package dev.tidewatch.scoring;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A small shop: hourly orders and latencies by platform and marketplace, with days and noise. */
final class Shop {
  static final List<String> PLATFORMS = List.of("ios", "android", "web");
  static final List<String> MARKETPLACES = List.of("us", "uk", "de", "fr");
  static final Instant OPENING = Instant.parse("2026-01-05T00:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);

  /** What happens to a leaf's value, 1 for nothing. */
  interface Event {
    double factor(int interval, String platform, String marketplace);
  }

  private final Event orders;

  Shop(Event orders) {
    this.orders = orders;
  }

  static Shop quiet() {
    return new Shop((interval, platform, marketplace) -> 1);
  }

  static ScoringSettings settings() {
    return ScoringSettings.of(
        HOUR,
        ZoneOffset.UTC,
        List.of(
            MeasureSettings.of("orders", Aggregation.SUM),
            MeasureSettings.of("latency", Aggregation.AVG)),
        List.of("platform", "marketplace"));
  }

  static Instant start(int interval) {
    return OPENING.plus(HOUR.multipliedBy(interval));
  }

  /** A row of the interval, as the shop would have it. */
  IntervalRows rows(int interval) {
    IntervalRows.Builder rows = IntervalRows.at(start(interval), 2, 2);
    SplittableRandom random = new SplittableRandom(interval);
    double day = 1 + 0.6 * StrictMath.sin(2 * StrictMath.PI * interval / 24);
    for (String platform : PLATFORMS) {
      for (String marketplace : MARKETPLACES) {
        double volume = 100.0 * (1 + MARKETPLACES.indexOf(marketplace));
        double noise = 1 + 0.05 * (random.nextDouble() + random.nextDouble() - 1);
        double factor = orders.factor(interval, platform, marketplace);
        double latency = 120 + 5 * (random.nextDouble() + random.nextDouble() - 1);
        rows.add(List.of(platform, marketplace), volume * day * noise * factor, latency);
      }
    }
    return rows.build();
  }

  /** With a row of another leaf. */
  IntervalRows rowsAnd(String platform, String marketplace, int interval) {
    IntervalRows rows = rows(interval);
    IntervalRows.Builder all = IntervalRows.at(rows.start(), 2, 2);
    for (int row = 0; row < rows.size(); row++) {
      List<String> leaf = List.of(rows.dimension(0, row), rows.dimension(1, row));
      all.add(leaf, rows.measure(0, row), rows.measure(1, row));
    }
    return all.add(List.of(platform, marketplace), 2, 120).build();
  }

  List<IntervalRows> rows(int from, int to) {
    List<IntervalRows> all = new ArrayList<>();
    for (int interval = from; interval < to; interval++) {
      all.add(rows(interval));
    }
    return all;
  }
}
