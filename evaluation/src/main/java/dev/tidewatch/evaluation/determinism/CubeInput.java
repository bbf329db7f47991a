package dev.tidewatch.evaluation.determinism;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.cube.CubeFolder;
import dev.tidewatch.evaluation.healthy.HealthyKind;
import dev.tidewatch.evaluation.healthy.HealthySignal;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a metric set in the order they are fed.
 *
 * @param settings what the engine is told before
 * @param intervals the rows, interval by interval
 */
record CubeInput(ScoringSettings settings, List<IntervalRows> intervals) {
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<String> PLATFORMS = List.of("web", "app", "tv");
  private static final List<String> MARKETPLACES = List.of("us", "uk", "de", "jp");
  private static final int TROUBLE_EVERY = 97;
  private static final int TROUBLE_LASTS = 5;
  private static final int OPENING = 3 * TROUBLE_EVERY + 2;
  private static final int LATE_EVERY = 41;
  private static final int LOST_EVERY = 53;

  CubeInput {
    requireNonNull(settings, "settings");
    intervals = List.copyOf(intervals);
  }

  static CubeInput of(Path folder) {
    CubeFolder cube = new CubeFolder(folder);
    return new CubeInput(cube.settings(), cube.intervals());
  }

  /**
   * A shop every hour, with troubles of one platform, intervals that are lost and such that come
   * again, leaves that appear late or vanish, and a marketplace that opens amid a trouble.
   */
  static CubeInput made(int count) {
    List<HealthyKind> kinds = HealthyKind.all();
    List<HealthySignal> signals = new ArrayList<>();
    for (int leaf = 0; leaf < 2 * PLATFORMS.size() * MARKETPLACES.size(); leaf++) {
      signals.add(kinds.get(leaf % kinds.size()).signal(leaf, INTERVAL));
    }
    List<IntervalRows> intervals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      IntervalRows rows = rows(signals, i);
      if (i % LOST_EVERY != LOST_EVERY - 1) {
        intervals.add(rows);
      }
      if (i % LATE_EVERY == LATE_EVERY - 1) {
        intervals.add(rows);
      }
    }
    return new CubeInput(shop(), intervals);
  }

  private static ScoringSettings shop() {
    return ScoringSettings.of(
        INTERVAL,
        ZoneId.of("Europe/Berlin"),
        List.of(
            MeasureSettings.of("orders", Aggregation.SUM),
            MeasureSettings.of("latency", Aggregation.AVG)),
        List.of("platform", "marketplace"));
  }

  private static IntervalRows rows(List<HealthySignal> signals, int number) {
    Instant start = BEGIN.plus(INTERVAL.multipliedBy(number));
    IntervalRows.Builder rows = IntervalRows.at(start, 2, 2);
    int signal = 0;
    for (String platform : PLATFORMS) {
      for (String marketplace : MARKETPLACES) {
        double orders = signals.get(signal++).next(start.getEpochSecond());
        double latency = signals.get(signal++).next(start.getEpochSecond());
        boolean troubled = platform.equals("app") && number % TROUBLE_EVERY < TROUBLE_LASTS;
        boolean there = signal % 5 != 0 || number % 300 > 60;
        if (there) {
          rows.add(List.of(platform, marketplace), troubled ? 0.3 * orders : orders, latency);
        }
      }
    }
    if (number > OPENING) {
      rows.add(List.of("web", "fr"), 50 + number % 24, 120 + number % 5);
    }
    return rows.build();
  }
}
