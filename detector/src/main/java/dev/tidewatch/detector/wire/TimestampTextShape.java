package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A time as text. The model's pattern wants seconds, the service itself wrote none: both are taken
 * (contract, section 3.3).
 */
record TimestampTextShape() implements Shape {

  @Override
  public void check(JsonNode value, String path, Mistakes mistakes) {
    if (!value.isTextual()) {
      mistakes.wrongType(path, "a string", value);
    } else if (TimestampText.read(value.textValue()).isEmpty()) {
      mistakes.add(
          path,
          Shown.value(value)
              + " must be a time such as 2026-11-20T10:05Z[UTC] or 2026-11-20T10:05:00Z.");
    }
  }
}
