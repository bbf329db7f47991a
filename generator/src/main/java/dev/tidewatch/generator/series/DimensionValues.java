package dev.tidewatch.generator.series;

import dev.tidewatch.metricset.Dimension;
import java.util.List;
import java.util.Map;

/**
 * The values each dimension takes.
 *
 * @param chosen the values somebody chose, by the dimension's name; the others take those of a web
 *     shop where the name is known, and {@code name-1} to {@code name-4} where it is not
 */
public record DimensionValues(Map<String, List<String>> chosen) {
  /** Nothing chosen. */
  public static final DimensionValues DEFAULT = new DimensionValues(Map.of());

  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "platform", List.of("pc_web", "mobile_web", "mobile_app"),
          "marketplace", List.of("us", "uk", "de", "fr", "es", "it", "jp"),
          "country", List.of("us", "uk", "de", "fr", "es", "it", "jp"),
          "device", List.of("desktop", "tablet", "phone"),
          "channel", List.of("search", "direct", "mail", "social"));

  public DimensionValues {
    chosen = Map.copyOf(chosen);
    chosen.forEach(DimensionValues::check);
  }

  List<String> of(Dimension dimension) {
    List<String> values = chosen.get(dimension.name());
    return values != null ? values : KNOWN.getOrDefault(dimension.name(), numbered(dimension));
  }

  private static List<String> numbered(Dimension dimension) {
    String name = dimension.name();
    return List.of(name + "-1", name + "-2", name + "-3", name + "-4");
  }

  private static void check(String name, List<String> values) {
    if (values.isEmpty() || values.stream().distinct().count() != values.size()) {
      throw new IllegalArgumentException(
          "dimension " + name + " needs values, each once, not " + values);
    }
    for (String value : values) {
      if (value.isEmpty() || value.length() > Dimension.MAX_VALUE_LENGTH) {
        throw new IllegalArgumentException(
            "a value of dimension "
                + name
                + " has 1 to "
                + Dimension.MAX_VALUE_LENGTH
                + " characters, unlike '"
                + value
                + "'");
      }
    }
  }
}
