package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template as it was written, short tags as the functions they stand for.
 *
 * @param name what problems are said to be in
 * @param root a mapping
 * @param lines the line of each place, such as {@code Resources.Detector.Properties}
 */
record Template(String name, JsonNode root, Map<String, Integer> lines) {
  Template {
    lines = Map.copyOf(lines);
  }

  /** A section, or what is missing. */
  JsonNode section(String section) {
    return root.path(section);
  }

  JsonNode resource(String id) {
    return section("Resources").path(id);
  }

  String type(String id) {
    return resource(id).path("Type").asText();
  }

  boolean hasResource(String id) {
    return resource(id).isObject();
  }

  /** The logical ids of a type's resources, in the template's order. */
  List<String> resources(String type) {
    List<String> ids = new ArrayList<>();
    section("Resources").fieldNames().forEachRemaining(ids::add);
    return ids.stream().filter(id -> type(id).equals(type)).toList();
  }

  static String properties(String id) {
    return "Resources." + id + ".Properties";
  }

  /** A place with its line, where that is known. */
  String place(String path) {
    String known = path;
    while (!lines.containsKey(known)) {
      int end = Math.max(known.lastIndexOf('.'), known.lastIndexOf('['));
      if (end < 0) {
        return path;
      }
      known = known.substring(0, end);
    }
    return path + " (line " + lines.get(known) + ")";
  }
}
