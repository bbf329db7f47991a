package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What the JSON document tells beyond the original's. */
final class JsonAdditions {
  private final AlertContent content;
  private final int textLength;

  JsonAdditions(AlertContent content, int textLength) {
    this.content = content;
    this.textLength = textLength;
  }

  ObjectNode node(int seriesTold) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("state", content.kind().state());
    node.put("eventId", content.eventId());
    node.put("detector", content.detector().name());
    node.put("threshold", content.alert().threshold());
    node.put("start", content.period().start().toString());
    node.put("end", content.period().end().toString());
    node.put("open", content.period().open());
    ToldAnomaly anomaly = content.anomaly();
    if (anomaly != null) {
      anomaly(node, anomaly, seriesTold);
    } else {
      DataGap gap = requireNonNull(content.gap(), "gap");
      node.put("intervalsWithoutData", gap.intervals());
      node.put("reason", Plain.whole(gap.reason(), textLength));
    }
    return node;
  }

  private void anomaly(ObjectNode node, ToldAnomaly anomaly, int seriesTold) {
    node.put("severityClass", anomaly.severityClass().word());
    node.put("direction", anomaly.direction().name().toLowerCase(Locale.ROOT));
    JsonDocument.number(node, "percent", tenths(anomaly.percent()));
    JsonDocument.number(node, "value", anomaly.value());
    JsonDocument.number(node, "expected", anomaly.expected());
    JsonDocument.number(node, "lower", anomaly.lower());
    JsonDocument.number(node, "upper", anomaly.upper());
    node.put("timeSeriesCount", anomaly.series());
    node.put("relevantTimeSeriesLeftOut", Math.max(0, anomaly.series() - seriesTold));
    if (textLength < JsonDocument.WHOLE_TEXT) {
      node.put("textsCutTo", textLength);
    }
    ArrayNode causes = node.putArray("causes");
    for (ToldCause cause : anomaly.causes()) {
      causes
          .addObject()
          .put("metricName", Plain.whole(cause.measure(), textLength))
          .put("contributionPercentage", JsonDocument.score(cause.percent()))
          .put("earlier", cause.earlier().toString());
    }
  }

  private static double tenths(double percent) {
    return Double.isFinite(percent) ? Math.rint(percent * 10) / 10 : percent;
  }
}
