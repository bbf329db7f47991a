package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.TagRules;
import dev.tidewatch.detector.wire.ApiError;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionField;

/** Holds tags of requests against the rules (contract section 8). */
final class TagChecks {
  private static final String FIELD = "Tags";

  private TagChecks() {}

  static void check(Map<String, String> tags) {
    List<ValidationExceptionField> fields =
        TagRules.problems(tags).stream()
            .map(problem -> ValidationExceptionField.builder().name(FIELD).message(problem).build())
            .toList();
    if (!fields.isEmpty()) {
      throw ApiError.validation(fields);
    }
  }
}
