package dev.tidewatch.metricset.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys with values, of which each key is known and stands once; the others are problems. */
public final class YamlMapping {
  private final YamlValue place;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();

  private YamlMapping(YamlValue place) {
    this.place = place;
  }

  static YamlMapping open(YamlValue place, MappingNode node, List<String> knownKeys) {
    var mapping = new YamlMapping(place);
    for (NodeTuple entry : node.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      YamlValue keyPlace = place.child(entry.getKeyNode(), key);
      if (!knownKeys.contains(key)) {
        keyPlace.problem("'" + key + "' is no key here", remedyForUnknown(key, knownKeys));
      } else if (mapping.values.containsKey(key)) {
        keyPlace.problem("'" + key + "' is given twice", "Keep one of the two");
      } else {
        mapping.values.put(key, place.child(entry.getValueNode(), key));
      }
    }
    return mapping;
  }

  static Map<String, YamlValue> entries(YamlValue place, MappingNode node) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      YamlValue value = place.child(entry.getValueNode(), key);
      if (entries.putIfAbsent(key, value) != null) {
        value.problem("'" + key + "' is given twice", "Keep one of the two");
      }
    }
    return entries;
  }

  private static String remedyForUnknown(String key, List<String> knownKeys) {
    return Suggestion.nearest(key, knownKeys)
        .map(near -> "Did you mean '" + near + "'?")
        .orElse("Known keys are " + String.join(", ", knownKeys));
  }

  public YamlValue place() {
    return place;
  }

  public Optional<YamlValue> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * @param example a key with a value that would be right
   */
  public Optional<YamlValue> required(String key, String example) {
    Optional<YamlValue> value = optional(key);
    if (value.isEmpty()) {
      place.problem("'" + key + "' is missing", "Add it, for example " + example);
    }
    return value;
  }
}
