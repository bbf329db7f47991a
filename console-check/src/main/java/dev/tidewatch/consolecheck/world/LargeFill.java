package dev.tidewatch.consolecheck.world;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** Fills a world with 5,000 series over 2,500 intervals, and anomalies in many of them. */
record LargeFill(Handle handle, Instant now) {
  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final int INTERVALS = 2_500;
  private static final int STORES = 50;
  private static final int ITEMS = 99; // with the margins about 5,000
  private static final int GROUPS = 400;

  void fill() {
    Declared declared = new Declared(handle, now, Words.PLAIN);
    Cube cube =
        new Cube(
            "store",
            IntStream.range(0, STORES).mapToObj("s%02d"::formatted).toList(),
            "item",
            IntStream.range(0, ITEMS).mapToObj("item-%03d"::formatted).toList());
    Instant next = Instant.ofEpochSecond(now.getEpochSecond() / 300 * 300);
    Instant start = next.minus(FIVE.multipliedBy(INTERVALS));
    long detector =
        declared.detector("large", "Many shops", IntervalLength.PT5M, AnomalyDetectorStatus.ACTIVE);
    declared.dataset(detector, "large", List.of("orders"), List.of("store", "item"));
    declared.progress(detector, start, next, INTERVALS, true);
    List<Planted> planted = planted();
    Filling filling = new Filling(handle, detector, cube, start, FIVE, INTERVALS);
    Traces traces =
        filling.points(Map.of("orders", new Curve(900_000, 0.03, 1)), planted, 288).get("orders");
    if (traces == null) {
      throw new IllegalStateException("no series were written");
    }
    for (int i = 0; i < planted.size(); i++) {
      filling.group(traces, planted.get(i), planted.size() - i, List.of());
    }
    new Runs(handle, detector, FIVE, cube.scopes().size(), List.of("orders"))
        .write(next.minus(FIVE), INTERVALS);
  }

  /** In all stores: each is a lane with something in it. */
  private static List<Planted> planted() {
    List<Planted> planted = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      Map<String, String> store = Map.of("store", "s%02d".formatted(i % STORES));
      Map<String, String> pair =
          Map.of(
              "store", "s%02d".formatted(i % STORES), "item", "item-%03d".formatted(i * 7 % ITEMS));
      planted.add(
          new Planted(
              "orders",
              i % 4 == 0 ? store : pair,
              3 + 5 * i,
              1 + i % 4,
              i % 3 == 0 ? 1.8 : 0.3,
              5 + i * 37 % 95));
    }
    return planted;
  }
}
