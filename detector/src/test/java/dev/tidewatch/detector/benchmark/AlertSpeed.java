package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.Intervals;
import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.ServerProcess;
import dev.tidewatch.detector.child.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;

/**
 * From an interval's object in S3 to the alert in a queue: 15,000 records of 5,000 series. The
 * interval is over; its manifest comes right after the object, and the detector is looking for it.
 */
record AlertSpeed(Ground ground, int runs) {
  private static final Trade TRADE = new Trade(50, 100, List.of("orders"));
  private static final int HISTORY = 320;
  private static final int RECORDS = 3;
  private static final Duration MARGIN = Duration.ofSeconds(8);

  List<Measure> measure() {
    List<String> names = IntStream.range(0, runs).mapToObj(i -> "alert-" + i).toList();
    Instant now = Instant.now();
    Instant begun = Trade.intervalOf(now);
    ground.station().bucket().put("history/past.csv", TRADE.history(HISTORY, begun));
    for (String name : names) {
      // So that the detector knows there are manifests.
      intervals(name).putComplete(begun.minus(Duration.ofDays(2)), TRADE.header());
    }
    learn(names);
    Instant end = Trade.intervalOf(Instant.now()).plus(Trade.INTERVAL);
    Duration ahead = Duration.between(Instant.now(), end).minus(MARGIN);
    try (ServerProcess server = ground.start(ahead.isNegative() ? Duration.ZERO : ahead)) {
      Ground.pause(MARGIN.plusSeconds(2).toMillis());
      List<Long> milliseconds = new ArrayList<>();
      for (String name : names) {
        milliseconds.add(once(name, end.minus(Trade.INTERVAL)));
      }
      return List.of(
          Measure.median("object of 15,000 records put to alert received", 2_000, milliseconds));
    }
  }

  private void learn(List<String> names) {
    try (ServerProcess server = ground.start(Duration.ZERO);
        LookoutMetricsClient client = LocalStation.client(server.url())) {
      for (String name : names) {
        String topic = ground.station().topic(name);
        long learnt = Ground.activate(client, ground.create(client, name, TRADE, 240, topic));
        System.err.printf("learnt %d intervals of 5,000 series in %,d ms%n", HISTORY, learnt);
      }
    }
  }

  private Intervals intervals(String name) {
    return new Intervals(ground.station().bucket(), name);
  }

  private long once(String name, Instant start) {
    StringBuilder csv = new StringBuilder(TRADE.header());
    TRADE.append(csv, start, true, RECORDS);
    long begun = System.nanoTime();
    intervals(name).putComplete(start, csv.toString());
    Ground.await(() -> !ground.station().receive(name, 1).isEmpty());
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
