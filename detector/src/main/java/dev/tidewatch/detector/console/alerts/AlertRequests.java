package dev.tidewatch.detector.console.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.catalog.ResourceNames;
import java.util.List;

/** What forms ask for, as requests of the API. */
record AlertRequests(ResourceNames names) {
  private static final String LAMBDA = "LAMBDA";

  ObjectNode create(AlertForm form) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("AlertName", form.value("name"));
    request.put("AnomalyDetectorArn", names.detector(form.value("detector")));
    putDescription(request, form);
    putThreshold(request, form);
    ObjectNode action = request.putObject("Action");
    if (form.value("channel").equals(LAMBDA)) {
      action
          .putObject("LambdaConfiguration")
          .put("RoleArn", form.value("role"))
          .put("LambdaArn", form.value("target"));
    } else {
      action
          .putObject("SNSConfiguration")
          .put("RoleArn", form.value("role"))
          .put("SnsTopicArn", form.value("target"))
          .put("SnsFormat", form.value("format"));
    }
    putFilters(request, form);
    return request;
  }

  private static void putFilters(ObjectNode request, AlertForm form) {
    ObjectNode filters = JsonNodeFactory.instance.objectNode();
    if (!form.measures().isEmpty()) {
      put(filters.putArray("MetricList"), form.measures());
    }
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    form.parts()
        .forEach(
            (dimension, text) -> {
              List<String> values = AlertForm.lines(text);
              if (!values.isEmpty()) {
                put(
                    parts
                        .addObject()
                        .put("DimensionName", dimension)
                        .putArray("DimensionValueList"),
                    values);
              }
            });
    if (!parts.isEmpty()) {
      filters.set("DimensionFilterList", parts);
    }
    if (!filters.isEmpty()) {
      request.set("AlertFilters", filters);
    }
  }

  private static void put(ArrayNode list, List<String> texts) {
    texts.forEach(list::add);
  }

  ObjectNode update(String alert, AlertForm form) {
    ObjectNode request = named(alert);
    putDescription(request, form);
    putThreshold(request, form);
    return request;
  }

  ObjectNode named(String alert) {
    return JsonNodeFactory.instance.objectNode().put("AlertArn", names.alert(alert));
  }

  /** The API has no empty description: left empty, it stays as it is. */
  private static void putDescription(ObjectNode request, AlertForm form) {
    if (!form.value("description").isEmpty()) {
      request.put("AlertDescription", form.value("description"));
    }
  }

  /** What is no number goes as it is, and the API says so. */
  private static void putThreshold(ObjectNode request, AlertForm form) {
    String threshold = form.value("threshold");
    if (threshold.matches("-?\\d{1,9}")) {
      request.put("AlertSensitivityThreshold", Integer.parseInt(threshold));
    } else {
      request.put("AlertSensitivityThreshold", threshold);
    }
  }
}
