package dev.tidewatch.detector.console.alerts;

import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.console.words.Headline;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionFilter;

/** What an alert tells of, in a sentence. */
final class Criteria {
  private Criteria() {}

  static String words(AlertEntry alert) {
    AlertFilters filters = alert.filters();
    List<String> measures = filters == null ? List.of() : filters.metricList();
    List<DimensionFilter> parts = filters == null ? List.of() : filters.dimensionFilterList();
    String where =
        parts.stream()
            .map(
                each ->
                    Headline.name(each.dimensionName()) + " " + listed(each.dimensionValueList()))
            .collect(Collectors.joining(", and "));
    return "Tells of anomalies of %s, with %s%s."
        .formatted(
            measures.isEmpty() ? "any measure" : listed(measures),
            alert.threshold() == 0
                ? "any severity"
                : "a severity of " + alert.threshold() + " or more",
            where.isEmpty() ? "" : ", that concern " + where);
  }

  private static String listed(List<String> names) {
    List<String> shown = names.stream().map(Criteria::shown).toList();
    int last = shown.size() - 1;
    return last < 1
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
  }

  private static String shown(String name) {
    return name.isEmpty() ? "(empty)" : Headline.name(name);
  }
}
