package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A list: its size and each of its elements. */
record ListShape(Shape element, Bounds size) implements Shape {

  @Override
  public void check(JsonNode value, String path, Mistakes mistakes) {
    if (!value.isArray()) {
      mistakes.wrongType(path, "a list", value);
      return;
    }
    if (!size.allow(value.size())) {
      mistakes.add(path, "has " + value.size() + " elements; give " + size.inWords() + " of them.");
    }
    for (int i = 0; i < value.size() && mistakes.roomForMore(); i++) {
      element.check(value.get(i), path + "[" + i + "]", mistakes);
    }
  }
}
