package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A map of texts: its size, its keys and its values. */
record MapShape(Shape key, Shape value, Bounds size) implements Shape {

  @Override
  public void check(JsonNode map, String path, Mistakes mistakes) {
    if (!map.isObject()) {
      mistakes.wrongType(path, "an object of names and values", map);
      return;
    }
    if (!size.allow(map.size())) {
      mistakes.add(path, "has " + map.size() + " entries; give " + size.inWords() + " of them.");
    }
    for (var entry : map.properties()) {
      if (!mistakes.roomForMore()) {
        return;
      }
      String inside = path + "." + Shown.cut(entry.getKey());
      key.check(TextNode.valueOf(entry.getKey()), inside, mistakes);
      value.check(entry.getValue(), inside, mistakes);
    }
  }
}
