package dev.tidewatch.setup.anomaly;

import java.time.Instant;
import java.time.ZonedDateTime;

/** The API's texts of times, such as {@code 2026-11-20T10:05Z[UTC]} (contract section 3.3). */
public final class ApiTime {
  private ApiTime() {}

  public static Instant read(String text) {
    return ZonedDateTime.parse(text).toInstant();
  }
}
