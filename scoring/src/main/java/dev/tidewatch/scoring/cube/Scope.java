package dev.tidewatch.scoring.cube;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of the cube: the rows with these dimension values. Empty: the total.
 *
 * @param values dimension to value, in the order of the settings' dimensions
 */
public record Scope(Map<String, String> values) {
  public Scope {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String toString() {
    return values.entrySet().stream().map(Object::toString).collect(joining("&", "{", "}"));
  }
}
