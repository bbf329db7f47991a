package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.anomaly.Anomaly;
import dev.tidewatch.generator.anomaly.AnomalyPlan;
import dev.tidewatch.generator.timeline.EpochNanos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The anomalies around the instant a stream has come to, found again only once in a while. */
final class CurrentAnomalies {
  private static final long SPAN = Duration.ofHours(6).toNanos();

  private final AnomalyPlan plan;
  private List<Timed> ahead = List.of();
  private List<Timed> current = List.of();
  private long knownUntil = Long.MIN_VALUE;

  private record Timed(Anomaly anomaly, long start, long end) {}

  CurrentAnomalies(AnomalyPlan plan) {
    this.plan = plan;
  }

  /** Goes on to a tick, {@code [from, until)}. */
  void moveTo(long from, long until) {
    if (until > knownUntil) {
      knownUntil = until + SPAN;
      ahead =
          plan.overlapping(EpochNanos.toInstant(from), EpochNanos.toInstant(knownUntil)).stream()
              .map(one -> new Timed(one, EpochNanos.of(one.start()), EpochNanos.of(one.end())))
              .toList();
    }
    List<Timed> touching = new ArrayList<>();
    for (Timed timed : ahead) {
      if (timed.start < until && timed.end > from) {
        touching.add(timed);
      }
    }
    current = touching;
  }

  /** What the anomalies of the tick multiply a value by. */
  double factor(int series, int measure, long epochNanos) {
    double factor = 1;
    for (Timed timed : current) {
      if (timed.start <= epochNanos
          && epochNanos < timed.end
          && timed.anomaly.scope().covers(series, measure)) {
        factor *= timed.anomaly.factorAt(epochNanos);
      }
    }
    return factor;
  }
}
