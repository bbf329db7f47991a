package dev.tidewatch.setup.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * What an alert would tell of a made-up anomaly: the JSON document of contract section 7.2, or
 * text. Marked as a test in its words, and by the attribute {@code state} for filter policies.
 *
 * @param request what SNS is asked to publish
 */
public record SampleMessage(PublishRequest request) {
  private static final double SCORE = 87;
  private static final String MEASURE = "a_measure";

  /** A sample for an alert that tells a topic. */
  public static SampleMessage of(Alert alert, Instant now) {
    String group = "00000000-0000-0000-0000-000000000000";
    String event = alert.alertArn() + ":event/test-" + now.getEpochSecond();
    SnsFormat format = alert.action().snsConfiguration().snsFormat();
    String text =
        format == SnsFormat.LONG_TEXT || format == SnsFormat.SHORT_TEXT
            ? text(alert)
            : json(alert, now, group, event);
    return new SampleMessage(
        PublishRequest.builder()
            .topicArn(alert.action().snsConfiguration().snsTopicArn())
            .subject("TEST of alert " + alert.alertName() + ": nothing is wrong")
            .message(text)
            .messageAttributes(attributes(alert, group, event))
            .build());
  }

  private static String text(Alert alert) {
    return "This is a test of alert "
        + alert.alertName()
        + ". Nothing is wrong. It tells of severities from "
        + alert.alertSensitivityThreshold()
        + ".";
  }

  private static String json(Alert alert, Instant now, String group, String event) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    document
        .put("alertName", alert.alertName())
        .put("alertArn", alert.alertArn())
        .put("alertEventId", event)
        .put("alertDescription", text(alert))
        .put("anomalyDetectorArn", alert.anomalyDetectorArn())
        .put("anomalyGroupId", group)
        .put("anomalyScore", SCORE)
        .put("consoleUrl", "https://example.com/test")
        .put("timestamp", now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC) + "[UTC]");
    ObjectNode impact = document.putObject("impactedMetric").put("metricName", MEASURE);
    impact.putArray("dimensionContribution");
    impact.putArray("relevantTimeSeries");
    document.putObject("tidewatch").put("state", "test");
    return document.toString();
  }

  private static Map<String, MessageAttributeValue> attributes(
      Alert alert, String group, String event) {
    String[] arn = alert.anomalyDetectorArn().split(":");
    Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("detector", attribute("String", arn[arn.length - 1]));
    attributes.put("metric", attribute("String", MEASURE));
    attributes.put("severity", attribute("Number", Double.toString(SCORE)));
    attributes.put("severityClass", attribute("String", "critical"));
    attributes.put("state", attribute("String", "test"));
    attributes.put("eventId", attribute("String", event));
    attributes.put("groupId", attribute("String", group));
    return attributes;
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
