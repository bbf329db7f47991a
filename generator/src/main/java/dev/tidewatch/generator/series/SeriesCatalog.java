package dev.tidewatch.generator.series;

import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import java.util.ArrayList;
import java.util.List;

/**
 * All series of a metric set: every combination of its dimensions' values, the last dimension
 * changing fastest.
 *
 * @param dimensions the names of the dimensions, in the metric set's order
 * @param measures the names of the measures, in the metric set's order
 */
public record SeriesCatalog(
    List<String> dimensions, List<String> measures, List<TimeSeries> series) {
  private static final int MAX_SERIES = 1_000_000;

  public SeriesCatalog {
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
    series = List.copyOf(series);
  }

  /**
   * @throws IllegalArgumentException when values are chosen for a dimension that is not there, or
   *     when they combine to more than a million series
   */
  public static SeriesCatalog of(MetricSet metricSet, DimensionValues values) {
    List<String> dimensions = metricSet.dimensions().stream().map(Dimension::name).toList();
    for (String chosen : values.chosen().keySet()) {
      if (!dimensions.contains(chosen)) {
        throw new IllegalArgumentException(
            "there is no dimension '" + chosen + "'; there are " + dimensions);
      }
    }
    List<List<String>> combinations = List.of(List.of());
    for (Dimension dimension : metricSet.dimensions()) {
      combinations = extended(combinations, values.of(dimension));
    }
    return new SeriesCatalog(
        dimensions,
        metricSet.measures().stream().map(Measure::name).toList(),
        numbered(dimensions, combinations));
  }

  /** How many series there are. */
  public int size() {
    return series.size();
  }

  private static List<List<String>> extended(List<List<String>> heads, List<String> tails) {
    if ((long) heads.size() * tails.size() > MAX_SERIES) {
      throw new IllegalArgumentException(
          "the dimensions combine to more than " + MAX_SERIES + " series; choose fewer values");
    }
    List<List<String>> combinations = new ArrayList<>(heads.size() * tails.size());
    for (List<String> head : heads) {
      for (String tail : tails) {
        List<String> combination = new ArrayList<>(head);
        combination.add(tail);
        combinations.add(combination);
      }
    }
    return combinations;
  }

  private static List<TimeSeries> numbered(
      List<String> dimensions, List<List<String>> combinations) {
    List<TimeSeries> series = new ArrayList<>(combinations.size());
    for (List<String> values : combinations) {
      series.add(new TimeSeries(series.size(), name(dimensions, values), values));
    }
    return series;
  }

  private static String name(List<String> dimensions, List<String> values) {
    if (dimensions.isEmpty()) {
      return "all";
    }
    List<String> parts = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      parts.add(dimensions.get(i) + "=" + values.get(i));
    }
    return String.join(";", parts);
  }
}
