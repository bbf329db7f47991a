package dev.tidewatch.detector.console.detectors;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.operation.InnerCalls;

/** How a detector is declared, as the API itself describes it. */
public final class Configuration {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DETECTOR = "AnomalyDetectorArn";

  private final InnerCalls calls;
  private final ResourceNames names;

  public Configuration(InnerCalls calls, ResourceNames names) {
    this.calls = requireNonNull(calls, "calls");
    this.names = requireNonNull(names, "names");
  }

  /** Detector, dataset and alerts, as tidy JSON. */
  String of(String detector, Caller caller) {
    String arn = names.detector(detector);
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.set("Detector", ask("DescribeAnomalyDetector", DETECTOR, arn, caller));
    ArrayNode datasets = all.putArray("MetricSets");
    for (JsonNode each :
        ask("ListMetricSets", DETECTOR, arn, caller).path("MetricSetSummaryList")) {
      datasets.add(
          ask("DescribeMetricSet", "MetricSetArn", each.path("MetricSetArn").asText(), caller));
    }
    ArrayNode alerts = all.putArray("Alerts");
    for (JsonNode each : alerts(arn, caller)) {
      alerts.add(
          ask("DescribeAlert", "AlertArn", each.path("AlertArn").asText(), caller).path("Alert"));
    }
    return pretty(all);
  }

  private ArrayNode alerts(String arn, Caller caller) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    ObjectNode request = request(DETECTOR, arn);
    String next;
    do {
      ObjectNode page = calls.answer("ListAlerts", request, caller);
      page.path("AlertSummaryList").forEach(all::add);
      next = page.path("NextToken").asText("");
      request.put("NextToken", next);
    } while (!next.isEmpty());
    return all;
  }

  private ObjectNode ask(String operation, String member, String arn, Caller caller) {
    return calls.answer(operation, request(member, arn), caller);
  }

  private static ObjectNode request(String member, String arn) {
    return JsonNodeFactory.instance.objectNode().put(member, arn);
  }

  private static String pretty(ObjectNode document) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a document of our own cannot be written", impossible);
    }
  }
}
