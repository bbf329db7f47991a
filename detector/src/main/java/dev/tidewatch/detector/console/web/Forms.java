package dev.tidewatch.detector.console.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Set;

/** What a form held, as the audit log keeps it. */
final class Forms {
  /** What lets people in, or only leads them back. */
  private static final Set<String> UNSAID = Set.of("seal", "secret", "back");

  private Forms() {}

  static ObjectNode fields(Context context) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.put("path", context.path());
    context
        .formParamMap()
        .forEach(
            (name, values) -> {
              if (!UNSAID.contains(name)) {
                fields.put(name, String.join(", ", values));
              }
            });
    return fields;
  }
}
