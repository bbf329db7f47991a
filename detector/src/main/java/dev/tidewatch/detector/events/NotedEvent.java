package dev.tidewatch.detector.events;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * An event as it was noted.
 *
 * @param giver the access key or user
 * @param noted when
 */
public record NotedEvent(long id, EventWish what, String giver, Instant noted) {
  public NotedEvent {
    requireNonNull(what, "what");
    requireNonNull(giver, "giver");
    requireNonNull(noted, "noted");
  }

  public Instant start() {
    return what.time().start();
  }

  public Instant end() {
    return what.time().end();
  }

  public Kind kind() {
    return what.kind();
  }

  public String title() {
    return what.title();
  }

  /** Whether a part of data may feel it: no dimension has another value in both. */
  public boolean concerns(Scope part) {
    Map<String, String> values = part.values();
    return what.scope().values().entrySet().stream()
        .allMatch(
            each -> values.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
  }

  /** How far it is from an instant; nothing while it lasts. */
  public Duration distance(Instant time) {
    if (time.isBefore(start())) {
      return Duration.between(time, start());
    }
    return time.isAfter(end()) ? Duration.between(end(), time) : Duration.ZERO;
  }
}
