package dev.tidewatch.detector.alerting.message;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What subscribers to a topic can filter by: {@code detector}, {@code metric}, {@code severity}, a
 * number, {@code severityClass}, {@code state}, {@code eventId}, {@code groupId}. What a message
 * has not is left out: SNS takes no empty ones.
 */
public final class MessageAttributes {
  /** The attribute that is a number. */
  public static final String SEVERITY = "severity";

  private static final int LONGEST = 1024;

  private MessageAttributes() {}

  /** Name to value. */
  public static Map<String, String> of(AlertContent content) {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, "detector", content.detector().name());
    ToldAnomaly anomaly = content.anomaly();
    if (anomaly != null) {
      put(attributes, "metric", anomaly.measure());
      put(attributes, SEVERITY, JsonDocument.score(anomaly.severity()).toPlainString());
      put(attributes, "severityClass", anomaly.severityClass().word());
    }
    put(attributes, "state", content.kind().state());
    put(attributes, "eventId", content.eventId());
    if (anomaly != null) {
      put(attributes, "groupId", anomaly.groupId());
    }
    return attributes;
  }

  private static void put(Map<String, String> attributes, String name, String value) {
    String line = Plain.line(value, LONGEST);
    if (!line.isEmpty()) {
      attributes.put(name, line);
    }
  }
}
