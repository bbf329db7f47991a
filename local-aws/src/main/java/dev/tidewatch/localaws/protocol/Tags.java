package dev.tidewatch.localaws.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The tags of a resource. A change makes new ones. */
public record Tags(Map<String, String> values) {
  private static final int MOST = 50;

  public Tags {
    values = Map.copyOf(values);
  }

  public static Tags none() {
    return new Tags(Map.of());
  }

  /** Those that a request has under {@code Tags}, checked. */
  public static Tags of(Input input) {
    return none().with(input);
  }

  /** Takes those that a request has under {@code Tags} besides; values of the same keys change. */
  public Tags with(Input input) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    for (Input tag : input.list("Tags")) {
      String key = tag.required("Key");
      String value = tag.text("Value", "");
      if (key.length() > 128 || value.length() > 256 || key.startsWith("aws:")) {
        throw input.refuse(
            "A tag's key is 1 to 128 characters without the prefix aws:, its value at most 256, not '"
                + key
                + "'.");
      }
      changed.put(key, value);
    }
    if (changed.size() > MOST) {
      throw new AwsException(
          400, "LimitExceeded", "A resource has at most " + MOST + " tags, not " + changed.size());
    }
    return new Tags(changed);
  }

  /** Without those whose keys a request has under {@code TagKeys}. */
  public Tags without(Input input) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.keySet().removeAll(input.texts("TagKeys"));
    return new Tags(changed);
  }

  /** As answers have them. */
  public ArrayNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    new TreeMap<>(values)
        .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
    return list;
  }
}
