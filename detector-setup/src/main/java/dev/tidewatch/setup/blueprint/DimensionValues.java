package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code {marketplace: [us, uk]}}: values of dimensions. */
final class DimensionValues {
  private static final String REMEDY = "Write it as {marketplace: [us, uk]}";

  private DimensionValues() {}

  /**
   * Reads it.
   *
   * @param dimensions those there are
   * @param maxDimensions how many may be named
   * @param maxValues how many values each may have
   */
  static Map<String, List<String>> read(
      Optional<YamlValue> section, List<String> dimensions, int maxDimensions, int maxValues) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    section
        .flatMap(value -> value.entries(maxDimensions, REMEDY))
        .orElse(Map.of())
        .forEach(
            (dimension, values) -> {
              if (!dimensions.contains(dimension)) {
                values.problem(
                    "'" + dimension + "' is no dimension",
                    dimensions.isEmpty()
                        ? "The file has no dimensions"
                        : "Use one of " + String.join(", ", dimensions));
                return;
              }
              List<String> texts = values(values, maxValues);
              if (!texts.isEmpty()) {
                read.put(dimension, texts);
              }
            });
    return read;
  }

  private static List<String> values(YamlValue section, int maxValues) {
    return section.list(1, maxValues, REMEDY).orElse(List.of()).stream()
        .flatMap(value -> value.anyText("Put it in quotes").stream())
        .toList();
  }
}
