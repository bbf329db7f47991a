package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Everything a message can tell. It is kept as it was when the message was decided, so that every
 * attempt to send it says the same.
 *
 * @param eventId what receivers recognise repeats by
 * @param anomaly none when the message is about missing data
 * @param gap the missing data; none when it is about an anomaly
 * @param link to the page where all of it can be seen
 * @param shortLink to the same page, for where each character counts
 */
public record AlertContent(
    EventKind kind,
    String eventId,
    AlertLabel alert,
    DetectorLabel detector,
    Period period,
    @Nullable ToldAnomaly anomaly,
    @Nullable DataGap gap,
    String link,
    String shortLink) {
  public AlertContent {
    requireNonNull(kind, "kind");
    requireNonNull(eventId, "eventId");
    requireNonNull(alert, "alert");
    requireNonNull(detector, "detector");
    requireNonNull(period, "period");
    requireNonNull(link, "link");
    requireNonNull(shortLink, "shortLink");
    if ((anomaly == null) == (gap == null)) {
      throw new IllegalArgumentException("a message is about an anomaly or about missing data");
    }
  }

  /** The same, told under another id. */
  public AlertContent under(String otherEventId) {
    return new AlertContent(
        kind, otherEventId, alert, detector, period, anomaly, gap, link, shortLink);
  }
}
