package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** True or false. */
record FlagShape() implements Shape {

  @Override
  public void check(JsonNode value, String path, Mistakes mistakes) {
    if (!value.isBoolean()) {
      mistakes.wrongType(path, "true or false", value);
    }
  }
}
