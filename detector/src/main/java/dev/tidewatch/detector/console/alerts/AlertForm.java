package dev.tidewatch.detector.console.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidewatch.detector.wire.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the fields of a form about an alert, and what is wrong with it.
 *
 * @param values by the fields' names
 * @param measures those that are ticked
 * @param parts dimension to the text of its field, a value a line
 * @param mistakes by the field's name; under the empty one what concerns no single field
 */
public record AlertForm(
    Map<String, String> values,
    List<String> measures,
    Map<String, String> parts,
    Map<String, String> mistakes) {
  static final String WHOLE = "";

  public AlertForm {
    values = Map.copyOf(values);
    measures = List.copyOf(measures);
    parts = Map.copyOf(parts);
    mistakes = Map.copyOf(mistakes);
  }

  static AlertForm of(Map<String, String> values) {
    return new AlertForm(values, List.of(), Map.of(), Map.of());
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public String part(String dimension) {
    return parts.getOrDefault(dimension, "");
  }

  /** What is wrong with a field; empty: nothing. */
  public String mistake(String field) {
    return mistakes.getOrDefault(field, "");
  }

  public String mistake() {
    return mistake(WHOLE);
  }

  /** The values of a dimension's field. */
  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  /** The same with what the API said against it, each beside its field. */
  AlertForm refusedBy(ApiError refusal) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (JsonNode each : refusal.body().path("Fields")) {
      told.computeIfAbsent(field(each.path("Name").asText()), name -> new ArrayList<>())
          .add(each.path("Message").asText());
    }
    if (told.isEmpty()) {
      String field = refusal.type().equals("ConflictException") && isNew() ? "name" : WHOLE;
      told.put(field, List.of(String.valueOf(refusal.getMessage())));
    }
    Map<String, String> mistakes = new LinkedHashMap<>();
    told.forEach((field, messages) -> mistakes.put(field, String.join(" ", messages)));
    return new AlertForm(values, measures, parts, mistakes);
  }

  private boolean isNew() {
    return values.containsKey("name");
  }

  /** The field that a member of the request comes from. */
  private static String field(String member) {
    if (member.endsWith("RoleArn")) {
      return "role";
    }
    if (member.endsWith("SnsTopicArn") || member.endsWith("LambdaArn")) {
      return "target";
    }
    if (member.endsWith("SnsFormat")) {
      return "format";
    }
    if (member.startsWith("AlertFilters")) {
      return "filters";
    }
    return switch (member) {
      case "AlertName" -> "name";
      case "AlertDescription" -> "description";
      case "AlertSensitivityThreshold" -> "threshold";
      case "AnomalyDetectorArn" -> "detector";
      default -> WHOLE;
    };
  }
}
