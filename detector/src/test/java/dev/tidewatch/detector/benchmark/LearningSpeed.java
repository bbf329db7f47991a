package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.ServerProcess;
import dev.tidewatch.detector.child.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;

/**
 * From activation to ACTIVE over 2,500 intervals of 42 series in one file, each in a new server.
 */
record LearningSpeed(Ground ground, int runs) {
  private static final Trade TRADE = new Trade(3, 7, List.of("orders", "revenue"));
  private static final int HISTORY = 2_500;

  List<Measure> measure() {
    ground
        .station()
        .bucket()
        .put("history/past.csv", TRADE.history(HISTORY, Trade.intervalOf(Instant.now())));
    List<Long> milliseconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      try (ServerProcess server = ground.start(Duration.ZERO);
          LookoutMetricsClient client = LocalStation.client(server.url())) {
        String detector = ground.create(client, "learning-" + run, TRADE, 60, null);
        milliseconds.add(Ground.activate(client, detector));
      }
    }
    return List.of(Measure.median("2,500 intervals of 42 series learnt", 20_000, milliseconds));
  }
}
