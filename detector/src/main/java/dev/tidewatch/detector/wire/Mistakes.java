package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionField;

/**
 * What is wrong with a request, in the order of its members; the first hundred if there are more.
 */
final class Mistakes {
  private static final int MOST = 100;

  private final List<ValidationExceptionField> fields = new ArrayList<>();

  void add(String path, String message) {
    if (roomForMore()) {
      fields.add(ValidationExceptionField.builder().name(path).message(message).build());
    }
  }

  void wrongType(String path, String wanted, JsonNode value) {
    add(path, Shown.value(value) + " must be " + wanted + ".");
  }

  boolean roomForMore() {
    return fields.size() < MOST;
  }

  List<ValidationExceptionField> fields() {
    return List.copyOf(fields);
  }
}
