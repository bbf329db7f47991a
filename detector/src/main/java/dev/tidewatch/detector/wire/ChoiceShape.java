package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** One of the words of an enum. */
record ChoiceShape(Set<String> words) implements Shape {

  ChoiceShape {
    words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
  }

  @Override
  public void check(JsonNode value, String path, Mistakes mistakes) {
    if (!value.isTextual()) {
      mistakes.wrongType(path, "a string", value);
    } else if (!words.contains(value.textValue())) {
      mistakes.add(path, Shown.value(value) + " must be one of " + String.join(", ", words) + ".");
    }
  }
}
