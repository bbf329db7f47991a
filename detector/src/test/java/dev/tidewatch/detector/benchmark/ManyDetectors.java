package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.Intervals;
import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.ServerProcess;
import dev.tidewatch.detector.child.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;

/**
 * Thirty detectors of 42 series each, live at once: how long after it was due each interval is
 * done. All are due at the same moment, which is the worst.
 */
record ManyDetectors(Ground ground, int intervals) {
  private static final int DETECTORS = 30;
  private static final Trade TRADE = new Trade(3, 7, List.of("orders", "revenue"));
  private static final int HISTORY = 320;
  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final double TARGET = 5_000;

  List<Measure> measure() {
    Instant begun = Trade.intervalOf(Instant.now());
    ground.station().bucket().put("history/past.csv", TRADE.history(HISTORY, begun));
    List<String> names = new ArrayList<>();
    try (ServerProcess server = ground.start(Duration.ZERO);
        LookoutMetricsClient client = LocalStation.client(server.url())) {
      for (int i = 0; i < DETECTORS; i++) {
        names.add("many-" + i);
        Ground.activate(client, ground.create(client, "many-" + i, TRADE, 0, null));
      }
    }
    Instant first = Trade.intervalOf(Instant.now());
    for (int i = -1; i < intervals; i++) {
      Instant start = first.plus(Trade.INTERVAL.multipliedBy(i));
      StringBuilder csv = new StringBuilder(TRADE.header());
      TRADE.append(csv, start, false, 1);
      for (String name : names) {
        new Intervals(ground.station().bucket(), name).put(start, csv.toString());
      }
    }
    return run(first);
  }

  private List<Measure> run(Instant first) {
    Instant end = first.plus(Trade.INTERVAL);
    Duration ahead = Duration.between(Instant.now(), end).minus(MARGIN);
    try (ServerProcess server = ground.start(ahead.isNegative() ? Duration.ZERO : ahead)) {
      String lags =
          "SELECT finished - (interval + 300) * 1000 FROM execution WHERE status = 'COMPLETED'"
              + " AND interval >= "
              + first.getEpochSecond();
      int wanted = DETECTORS * intervals;
      Ground.await(() -> ground.ask(lags).size() >= wanted);
      long[] nanoseconds = ground.ask(lags).stream().mapToLong(row -> row[0] * 1_000_000).toArray();
      return List.of(
          Measure.percentile95("30 detectors due at once, done after", TARGET, nanoseconds));
    }
  }
}
