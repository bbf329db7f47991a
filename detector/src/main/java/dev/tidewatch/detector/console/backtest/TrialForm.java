package dev.tidewatch.detector.console.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidewatch.detector.trial.TrialDraft;
import dev.tidewatch.detector.wire.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lookoutmetrics.model.Filter;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDimensionFilter;

/**
 * What stands in the fields of the form for a trial, and what is wrong with it.
 *
 * @param values by the fields' names
 * @param measures those that are ticked
 * @param dimensions those that are ticked
 * @param filters dimension to the text of its field, a value a line
 * @param mistakes by the field's name, in the order of the fields; under the empty one what
 *     concerns no single field
 */
public record TrialForm(
    Map<String, String> values,
    List<String> measures,
    List<String> dimensions,
    Map<String, String> filters,
    Map<String, String> mistakes) {
  static final String WHOLE = "";

  /** The fields of text, by their names. */
  static final List<String> TEXTS =
      List.of("interval", "offset", "first", "last", "threshold", "labels");

  public TrialForm {
    values = Map.copyOf(values);
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
    filters = Map.copyOf(filters);
    mistakes = new LinkedHashMap<>(mistakes);
  }

  /** The settings as they are. */
  static TrialForm of(TrialDraft draft) {
    Integer offset = draft.definition().offset();
    return new TrialForm(
        Map.of(
            "interval", draft.interval().name(),
            "offset", String.valueOf(offset == null ? 0 : offset),
            "threshold", String.valueOf(draft.threshold())),
        draft.definition().metricList().stream().map(Metric::metricName).toList(),
        draft.definition().dimensionList(),
        draft.definition().dimensionFilterList().stream()
            .collect(Collectors.toMap(MetricSetDimensionFilter::name, TrialForm::text)),
        Map.of());
  }

  private static String text(MetricSetDimensionFilter filter) {
    return filter.filterList().stream()
        .map(Filter::dimensionValue)
        .collect(Collectors.joining("\n"));
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public String filter(String dimension) {
    return filters.getOrDefault(dimension, "");
  }

  /** What is wrong with a field; empty: nothing. */
  public String mistake(String field) {
    return mistakes.getOrDefault(field, "");
  }

  /** What is wrong with none of the fields alone. */
  public String mistake() {
    return mistake(WHOLE);
  }

  TrialForm with(Map<String, String> found) {
    return new TrialForm(values, measures, dimensions, filters, found);
  }

  /** The same with what was said against it, each beside its field. */
  TrialForm refusedBy(ApiError refusal) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (JsonNode each : refusal.body().path("Fields")) {
      told.computeIfAbsent(field(each.path("Name").asText()), name -> new ArrayList<>())
          .add(each.path("Message").asText());
    }
    if (told.isEmpty()) {
      told.put(WHOLE, List.of(String.valueOf(refusal.getMessage())));
    }
    Map<String, String> found = new LinkedHashMap<>();
    told.forEach((field, messages) -> found.put(field, String.join(" ", messages)));
    return with(found);
  }

  /** The field that a member of a request comes from. */
  private static String field(String member) {
    if (member.startsWith("DimensionFilterList")) {
      return "filters";
    }
    if (member.startsWith("MetricList")) {
      return "measure";
    }
    if (member.startsWith("DimensionList")) {
      return "dimension";
    }
    return switch (member) {
      case "Offset" -> "offset";
      case "MetricSetFrequency", "AnomalyDetectorConfig.AnomalyDetectorFrequency" -> "interval";
      case "Labels" -> "labels";
      default -> WHOLE;
    };
  }
}
