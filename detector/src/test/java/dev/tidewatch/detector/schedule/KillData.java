package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.child.Intervals;
import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The files that servers read who are killed: a past, anomalies, a gap. */
final class KillData {
  static final String DETECTOR = "kills";
  static final Trade TRADE = new Trade(8, 3, List.of("orders", "revenue"));
  static final int INTERVALS = 70; // a snapshot falls into them
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final Instant END = START.plus(Trade.INTERVAL.multipliedBy(INTERVALS));

  /** Within the first interval, the dataset's offset later. */
  static final Instant ACTIVATED = START.plus(Duration.ofSeconds(90));

  /** All intervals are due by then. */
  static final Instant LATE = END.plus(Duration.ofSeconds(90));

  private static final int HISTORY = 320;
  private static final Set<Integer> MISSING = Set.of(25, 26, 27, 28);
  private static final Set<Integer> FALLEN = Set.of(10, 11, 12, 40, 41, 42, 43, 60);

  private KillData() {}

  static void put(LocalStation station) {
    station.bucket().put("history/past.csv", TRADE.history(HISTORY, START));
    Intervals intervals = new Intervals(station.bucket(), DETECTOR);
    for (int i = 0; i < INTERVALS; i++) {
      if (!MISSING.contains(i)) {
        Instant start = START.plus(Trade.INTERVAL.multipliedBy(i));
        StringBuilder csv = new StringBuilder(TRADE.header());
        TRADE.append(csv, start, FALLEN.contains(i), 2);
        intervals.put(start, csv.toString());
      }
    }
  }
}
