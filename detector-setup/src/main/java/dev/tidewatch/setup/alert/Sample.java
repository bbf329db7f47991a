package dev.tidewatch.setup.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;

/**
 * An anomaly that never was, as an alert would tell it (contract section 7).
 *
 * @param alert who tells it
 * @param detector the detector's name
 * @param measure which measure
 * @param dimensions each gets a value that says what this is
 * @param interval the start of the interval, in the dataset's zone
 * @param sent when
 * @param link what the message leads to
 */
public record Sample(
    Alert alert,
    String detector,
    String measure,
    List<String> dimensions,
    ZonedDateTime interval,
    Instant sent,
    String link) {
  private static final double SEVERITY = 91;
  private static final double VALUE = 4210;
  private static final int SHORT = 140;
  private static final int SUBJECT = 99;

  public Sample {
    requireNonNull(alert, "alert");
    requireNonNull(detector, "detector");
    requireNonNull(measure, "measure");
    dimensions = List.copyOf(dimensions);
    requireNonNull(interval, "interval");
    requireNonNull(sent, "sent");
    requireNonNull(link, "link");
  }

  private String event() {
    return alert.alertArn() + ":event/test-" + sent;
  }

  private String group() {
    return UUID.nameUUIDFromBytes(event().getBytes(UTF_8)).toString();
  }

  private static String value(String dimension) {
    return "sample-" + dimension;
  }

  /** The subject of mails. */
  public String subject() {
    String text = "TEST: anomaly in " + measure + " (" + detector + ")";
    return text.length() > SUBJECT ? text.substring(0, SUBJECT) : text;
  }

  /** What subscribers can filter by. */
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("detector", detector);
    attributes.put("metric", measure);
    attributes.put("severity", String.valueOf((int) SEVERITY));
    attributes.put("severityClass", "critical");
    attributes.put("state", "test");
    attributes.put("eventId", event());
    attributes.put("groupId", group());
    return attributes;
  }

  /** The document of format JSON. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("alertName", alert.alertName());
    document.put("alertArn", alert.alertArn());
    document.put("alertEventId", event());
    document.put("alertDescription", "TEST: this anomaly never was");
    document.put("anomalyDetectorArn", alert.anomalyDetectorArn());
    document.put("anomalyGroupId", group());
    document.put("anomalyScore", SEVERITY);
    document.put("consoleUrl", link);
    document.put("timestamp", interval.toString());
    document.put("impactedMetric", impact());
    return document;
  }

  private Map<String, Object> impact() {
    Map<String, Object> impact = new LinkedHashMap<>();
    impact.put("metricName", measure);
    impact.put("dimensionContribution", dimensions.stream().map(Sample::contribution).toList());
    Map<String, Object> series = new LinkedHashMap<>();
    series.put("timeSeriesId", group().replace("-", ""));
    series.put("metricValue", VALUE);
    series.put(
        "dimensions",
        dimensions.stream()
            .map(name -> ordered("dimensionName", name, "dimensionValue", value(name)))
            .toList());
    impact.put("relevantTimeSeries", List.of(series));
    return impact;
  }

  private static Map<String, Object> contribution(String dimension) {
    return ordered(
        "dimensionName",
        dimension,
        "dimensionValueContributions",
        List.of(ordered("dimensionValue", value(dimension), "valueContribution", 100)));
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, one);
    map.put(second, other);
    return map;
  }

  /** The text of format LONG_TEXT. */
  public String longText() {
    String where =
        dimensions.stream()
            .map(name -> "  " + name + ": " + value(name) + " 100 %\n")
            .collect(Collectors.joining());
    return "TEST: this anomaly never was. It shows what alert "
        + alert.alertName()
        + " sends.\n\n"
        + "Anomaly in %s, severity %d, interval of %s\n"
            .formatted(measure, (int) SEVERITY, interval)
        + where
        + "\n"
        + link
        + "\n";
  }

  /** The text of format SHORT_TEXT: at most 140 characters, the link whole or not there. */
  public String shortText() {
    String text = "TEST: %s anomaly, severity %d.".formatted(measure, (int) SEVERITY);
    String whole = text + " " + link;
    return whole.length() <= SHORT ? whole : text.substring(0, Math.min(SHORT, text.length()));
  }
}
