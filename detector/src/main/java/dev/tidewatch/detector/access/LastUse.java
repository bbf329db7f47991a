package dev.tidewatch.detector.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each key was last noted as used, so that it is noted once a minute at most. */
final class LastUse {
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  /** Says yes to one asker only. */
  boolean isWorthNoting(String id, Instant when) {
    Instant before = noted.get(id);
    if (before == null) {
      return noted.putIfAbsent(id, when) == null;
    }
    return !when.isBefore(before.plus(BETWEEN_NOTES)) && noted.replace(id, before, when);
  }
}
