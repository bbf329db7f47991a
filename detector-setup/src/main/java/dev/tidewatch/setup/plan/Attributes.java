package dev.tidewatch.setup.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a resource is like, as texts by name, in the order in which people read them.
 *
 * @param values no empty texts: what is not set is left out
 */
public record Attributes(Map<String, String> values) {
  public static final Attributes NONE = new Attributes(Map.of());

  public Attributes {
    Map<String, String> copy = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            copy.put(name, value);
          }
        });
    values = Collections.unmodifiableMap(copy);
  }

  /** The text of a name. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The same, with one more at the end. */
  public Attributes with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Attributes(more);
  }

  /** The same, with all others at the end. */
  public Attributes with(Attributes others) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.putAll(others.values);
    return new Attributes(more);
  }

  /** What has to change for these to become others, in the order of the others. */
  public List<Difference> differences(Attributes to) {
    List<Difference> differences = new ArrayList<>();
    to.values.forEach(
        (name, value) -> {
          if (!value.equals(values.get(name))) {
            differences.add(new Difference(name, get(name), Optional.of(value)));
          }
        });
    values.forEach(
        (name, value) -> {
          if (!to.values.containsKey(name)) {
            differences.add(new Difference(name, Optional.of(value), Optional.empty()));
          }
        });
    return differences;
  }
}
