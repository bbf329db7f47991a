package dev.tidewatch.localaws.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request, whichever protocol brought them: in the Query protocol all values
 * are text.
 */
record Parameters(JsonNode node) {
  String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                SqsError.MISSING_PARAMETER.because(
                    "The request must contain the parameter " + name + "."));
  }

  Optional<String> text(String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  int number(String name, int least, int most, int otherwise) {
    Optional<String> given = text(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    String value = given.get();
    boolean fits =
        value.matches("-?[0-9]{1,9}")
            && Integer.parseInt(value) >= least
            && Integer.parseInt(value) <= most;
    if (!fits) {
      throw SqsError.INVALID_PARAMETER_VALUE.because(
          String.format(
              "Value %s for parameter %s is invalid. Reason: Must be between %d and %d.",
              value, name, least, most));
    }
    return Integer.parseInt(value);
  }

  Duration seconds(String name, int most, Duration otherwise) {
    return Duration.ofSeconds(number(name, 0, most, Math.toIntExact(otherwise.toSeconds())));
  }

  List<String> list(String name) {
    List<String> values = new ArrayList<>();
    node.path(name).forEach(value -> values.add(value.asText()));
    return values;
  }

  Map<String, String> map(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    node.path(name)
        .fields()
        .forEachRemaining(field -> values.put(field.getKey(), field.getValue().asText()));
    return values;
  }

  Map<String, MessageAttribute> messageAttributes() {
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    node.path("MessageAttributes")
        .fields()
        .forEachRemaining(
            field -> attributes.put(field.getKey(), attribute(field.getKey(), field.getValue())));
    return attributes;
  }

  /** The entries of a batch: one to ten, with distinct ids. */
  List<Parameters> batch() {
    List<Parameters> entries = new ArrayList<>();
    node.path("Entries").forEach(entry -> entries.add(new Parameters(entry)));
    if (entries.isEmpty()) {
      throw SqsError.EMPTY_BATCH_REQUEST.because("There should be at least one entry.");
    }
    if (entries.size() > 10) {
      throw SqsError.TOO_MANY_ENTRIES.because(
          "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
    }
    checkIds(entries.stream().map(entry -> entry.required("Id")).toList());
    return entries;
  }

  private static void checkIds(List<String> ids) {
    for (String id : ids) {
      if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
        throw SqsError.INVALID_BATCH_ENTRY_ID.because(
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                + "It can be at most 80 letters long: '"
                + id
                + "'");
      }
    }
    if (ids.stream().distinct().count() < ids.size()) {
      throw SqsError.IDS_NOT_DISTINCT.because("The ids of a batch are to differ: " + ids);
    }
  }

  private static MessageAttribute attribute(String name, JsonNode value) {
    Parameters parameters = new Parameters(value);
    String type = parameters.text("DataType").orElse("");
    String kind = type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    Optional<String> content =
        switch (kind) {
          case "String", "Number" -> parameters.text("StringValue");
          case "Binary" -> parameters.text("BinaryValue");
          default -> Optional.empty();
        };
    return content
        .filter(present -> !present.isEmpty())
        .map(present -> new MessageAttribute(type, present))
        .orElseThrow(
            () ->
                SqsError.INVALID_PARAMETER_VALUE.because(
                    "The message attribute '"
                        + name
                        + "' is to have the DataType String, Number or Binary and a value of it."));
  }
}
