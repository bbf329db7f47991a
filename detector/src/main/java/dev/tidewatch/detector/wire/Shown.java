package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** How a value of a request is shown in a message: as it was sent, but short. */
final class Shown {
  private static final int LENGTH = 60;

  private Shown() {}

  static String value(JsonNode value) {
    if (value.isContainerNode()) {
      return value.isArray() ? "a list" : "an object";
    }
    return value.isTextual() ? "\"" + cut(value.textValue()) + "\"" : cut(value.asText());
  }

  static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LENGTH) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "...";
  }
}
