package dev.tidewatch.detector.sample;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Something that goes wrong, or well, in the sample shop.
 *
 * @param begins after the beginning of its cycle
 * @param marketplace whose; empty: of all
 * @param platform whose; empty: of all
 * @param factors what it does to measures, by their names
 */
record Incident(
    String name,
    Duration begins,
    Duration lasts,
    String marketplace,
    String platform,
    Map<String, Double> factors) {
  /** How long it takes until all of them come again. */
  static final Duration CYCLE = Duration.ofDays(5);

  Incident {
    requireNonNull(name, "name");
    requireNonNull(begins, "begins");
    requireNonNull(lasts, "lasts");
    requireNonNull(marketplace, "marketplace");
    requireNonNull(platform, "platform");
    factors = Map.copyOf(factors);
  }

  /** Those of one cycle: different in kind, reach and weight, the last one near its end. */
  static List<Incident> ofCycle() {
    return List.of(
        of("tracking lost", 0, 40, 20, "de", "web", Map.of("views", .3)),
        of("checkout errors come first", 18, 30, 45, "uk", "", Map.of("errors", 7.0)),
        of("and then orders stay away", 18, 40, 35, "uk", "", Map.of("orders", .2, "revenue", .2)),
        of("a campaign", 43, 0, 40, "fr", "", Map.of("views", 1.5, "orders", 1.3, "revenue", 1.3)),
        of(
            "everything down",
            66,
            20,
            20,
            "",
            "",
            Map.of("views", .25, "orders", .15, "revenue", .15)),
        of("a wrong price", 88, 0, 60, "us", "mobile_app", Map.of("revenue", .75)),
        of("a small one", 103, 0, 15, "jp", "mobile_web", Map.of("errors", 2.4)),
        of("payment fails", 117, 30, 40, "de", "", Map.of("orders", .35, "revenue", .35)));
  }

  private static Incident of(
      String name,
      int hours,
      int minutes,
      int lasts,
      String marketplace,
      String platform,
      Map<String, Double> factors) {
    return new Incident(
        name,
        Duration.ofHours(hours).plusMinutes(minutes),
        Duration.ofMinutes(lasts),
        marketplace,
        platform,
        factors);
  }

  /** By what it multiplies a measure there and then; 1 when it does nothing to it. */
  double factor(Duration intoCycle, String where, String how, String measure) {
    boolean happens =
        intoCycle.compareTo(begins) >= 0
            && intoCycle.compareTo(begins.plus(lasts)) < 0
            && (marketplace.isEmpty() || marketplace.equals(where))
            && (platform.isEmpty() || platform.equals(how));
    return happens ? factors.getOrDefault(measure, 1.0) : 1;
  }
}
