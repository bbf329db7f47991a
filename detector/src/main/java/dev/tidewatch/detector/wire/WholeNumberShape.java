package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A number without a fraction. */
record WholeNumberShape(Bounds bounds) implements Shape {

  @Override
  public void check(JsonNode value, String path, Mistakes mistakes) {
    if (!value.isIntegralNumber()) {
      mistakes.wrongType(path, "a whole number", value);
    } else if (!bounds.allow(value.decimalValue())) {
      mistakes.add(path, Shown.value(value) + " must be " + bounds.inWords() + ".");
    }
  }
}
