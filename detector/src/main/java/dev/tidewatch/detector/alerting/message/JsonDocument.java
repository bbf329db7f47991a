package dev.tidewatch.detector.alerting.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of contract section 7.2, for SNS and Lambda alike: the keys of the original in its
 * order, on one line. What we add stands under the one key {@code tidewatch}. When data are missing
 * there is no group: its id is null, its score 0, its lists are empty.
 *
 * <p>A message holds 256 KB. Where there is more to tell, the least severe series are left out
 * first and then the longest values are cut; {@code tidewatch} says so.
 */
public final class JsonDocument {
  private static final int MOST_BYTES = 240 * 1024;

  /** Longer texts are cut in any case. */
  static final int WHOLE_TEXT = 2048;

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Limits> LIMITS =
      List.of(
          new Limits(500, WHOLE_TEXT),
          new Limits(100, 1024),
          new Limits(20, 256),
          new Limits(5, 64),
          new Limits(0, 32),
          new Limits(0, 8));

  private final AlertContent content;
  private final Limits limits;

  private JsonDocument(AlertContent content, Limits limits) {
    this.content = content;
    this.limits = limits;
  }

  /** How much is told. */
  private record Limits(int series, int textLength) {}

  public static String of(AlertContent content) {
    String text = "";
    for (Limits limits : LIMITS) {
      text = new JsonDocument(content, limits).text();
      if (text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
        return text;
      }
    }
    return text;
  }

  private String text() {
    ToldAnomaly anomaly = content.anomaly();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("alertName", content.alert().name());
    document.put("alertArn", content.alert().arn());
    document.put("alertEventId", content.eventId());
    String description = content.alert().description();
    document.put("alertDescription", description == null ? null : text(description));
    document.put("anomalyDetectorArn", content.detector().arn());
    document.put("anomalyGroupId", anomaly == null ? null : anomaly.groupId());
    document.put("anomalyScore", anomaly == null ? BigDecimal.ZERO : score(anomaly.severity()));
    document.put("consoleUrl", content.link());
    document.put("timestamp", content.period().last().atZone(content.detector().zone()).toString());
    document.set("impactedMetric", metric(anomaly));
    document.set("tidewatch", new JsonAdditions(content, limits.textLength()).node(seriesTold()));
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the message " + content.eventId(), e);
    }
  }

  private int seriesTold() {
    ToldAnomaly anomaly = content.anomaly();
    return anomaly == null ? 0 : Math.min(limits.series(), anomaly.relevant().size());
  }

  static BigDecimal score(double severity) {
    BigDecimal rounded = BigDecimal.valueOf(severity).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  private ObjectNode metric(@Nullable ToldAnomaly anomaly) {
    ObjectNode metric = JsonNodeFactory.instance.objectNode();
    metric.put("metricName", anomaly == null ? "" : text(anomaly.measure()));
    ArrayNode contributions = metric.putArray("dimensionContribution");
    ArrayNode series = metric.putArray("relevantTimeSeries");
    if (anomaly != null) {
      Share.of(anomaly.contributions())
          .forEach((name, shares) -> dimension(contributions.addObject(), name, shares));
      anomaly.relevant().stream()
          .limit(limits.series())
          .forEach(each -> series(series.addObject(), each));
    }
    return metric;
  }

  private void dimension(ObjectNode node, String name, List<Share> shares) {
    node.put("dimensionName", text(name));
    ArrayNode values = node.putArray("dimensionValueContributions");
    for (Share share : shares) {
      values
          .addObject()
          .put("dimensionValue", text(share.value()))
          .put("valueContribution", share.percent());
    }
  }

  private void series(ObjectNode node, ToldSeries series) {
    node.put("timeSeriesId", series.id());
    number(node, "metricValue", series.value());
    ArrayNode dimensions = node.putArray("dimensions");
    for (Map.Entry<String, String> each : series.dimensions().entrySet()) {
      dimensions
          .addObject()
          .put("dimensionName", text(each.getKey()))
          .put("dimensionValue", text(each.getValue()));
    }
  }

  private String text(String text) {
    return Plain.whole(text, limits.textLength());
  }

  /** JSON knows neither NaN nor infinity: null. */
  static void number(ObjectNode node, String name, double number) {
    if (Double.isFinite(number)) {
      node.put(name, number);
    } else {
      node.putNull(name);
    }
  }
}
