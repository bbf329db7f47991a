package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a query's progress tells about the source. */
final class SourceProgress {
  private SourceProgress() {}

  /**
   * The figures, among them {@code lagMillis}: how long ago the oldest record arrived that may be
   * unread. It is absent until a batch was planned.
   */
  static Map<String, String> metrics(
      StreamPosition position, Instant now, Map<String, Long> counts) {
    Map<String, String> metrics = new TreeMap<>();
    counts.forEach((name, count) -> metrics.put(name, Long.toString(count)));
    metrics.put("shards", Integer.toString(position.shards().size()));
    frontier(position)
        .ifPresent(
            instant ->
                metrics.put("lagMillis", Long.toString(Duration.between(instant, now).toMillis())));
    return metrics;
  }

  private static Optional<Instant> frontier(StreamPosition position) {
    return position.shards().values().stream()
        .filter(mark -> !mark.isFinished())
        .flatMap(mark -> mark.tip().or(() -> mark.at().arrivedAt()).stream())
        .min(Instant::compareTo);
  }
}
