package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Filter;
import software.amazon.awssdk.services.lookoutmetrics.model.FilterOperation;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDimensionFilter;

/**
 * What is to be tried: a dataset, of which some may be left out, and a part of its history.
 *
 * @param base the name of the detector it is made from; empty: none
 * @param sourceInterval the interval of the dataset it is made from: its continuous path is for it
 * @param interval the one to try
 * @param definition the dataset as it would be live, without a detector
 * @param threshold of alerts, 0 to 100; what is above counts as found
 * @param labels CSV of what was anomalous, see {@link Labels#parse}; empty: feedback counts
 */
public record TrialDraft(
    String base,
    IntervalLength sourceInterval,
    IntervalLength interval,
    CreateMetricSetRequest definition,
    HistoryRange range,
    int threshold,
    String labels) {
  private static final int USUAL_THRESHOLD = 70;

  public TrialDraft {
    requireNonNull(base, "base");
    requireNonNull(sourceInterval, "sourceInterval");
    requireNonNull(interval, "interval");
    requireNonNull(definition, "definition");
    requireNonNull(range, "range");
    requireNonNull(labels, "labels");
    if (threshold < 0 || threshold > 100) {
      throw new IllegalArgumentException("a threshold is 0 to 100, not " + threshold);
    }
  }

  /** The settings of a detector as they are. */
  public static TrialDraft of(MetricSetEntry entry) {
    return of(
        entry.detectorName(),
        IntervalLength.valueOf(entry.definition().metricSetFrequencyAsString()),
        entry.definition());
  }

  /** A dataset that no detector has. */
  public static TrialDraft of(IntervalLength interval, CreateMetricSetRequest definition) {
    return of("", interval, definition);
  }

  private static TrialDraft of(
      String base, IntervalLength interval, CreateMetricSetRequest definition) {
    return new TrialDraft(
        base, interval, interval, definition, HistoryRange.ALL, USUAL_THRESHOLD, "");
  }

  private TrialDraft with(CreateMetricSetRequest.Builder other) {
    return new TrialDraft(base, sourceInterval, interval, other.build(), range, threshold, labels);
  }

  /** With these measures only. */
  public TrialDraft withMeasures(Set<String> kept) {
    return with(
        definition.toBuilder()
            .metricList(
                definition.metricList().stream()
                    .filter(metric -> kept.contains(metric.metricName()))
                    .toList()));
  }

  /** With these dimensions only; filters of others go, too. */
  public TrialDraft withDimensions(Set<String> kept) {
    List<String> dimensions = definition.dimensionList().stream().filter(kept::contains).toList();
    List<MetricSetDimensionFilter> filters =
        definition.dimensionFilterList().stream()
            .filter(filter -> kept.contains(filter.name()))
            .toList();
    return with(
        definition.toBuilder()
            .dimensionList(dimensions.isEmpty() ? null : dimensions)
            .dimensionFilterList(filters.isEmpty() ? null : filters));
  }

  /** With records of these values of dimensions only. */
  public TrialDraft withFilters(Map<String, List<String>> values) {
    List<MetricSetDimensionFilter> filters =
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> filter(each.getKey(), each.getValue()))
            .toList();
    return with(definition.toBuilder().dimensionFilterList(filters.isEmpty() ? null : filters));
  }

  private static MetricSetDimensionFilter filter(String dimension, List<String> values) {
    return MetricSetDimensionFilter.builder()
        .name(dimension)
        .filterList(
            values.stream()
                .map(
                    value ->
                        Filter.builder()
                            .dimensionValue(value)
                            .filterOperation(FilterOperation.EQUALS)
                            .build())
                .toList())
        .build();
  }

  /** Read so many seconds after an interval's end, when it is live. */
  public TrialDraft withOffset(int seconds) {
    return with(definition.toBuilder().offset(seconds));
  }

  /** With intervals of another length, from the same files. */
  public TrialDraft withInterval(IntervalLength other) {
    return new TrialDraft(base, sourceInterval, other, definition, range, threshold, labels);
  }

  public TrialDraft withRange(HistoryRange other) {
    return new TrialDraft(base, sourceInterval, interval, definition, other, threshold, labels);
  }

  public TrialDraft withThreshold(int other) {
    return new TrialDraft(base, sourceInterval, interval, definition, range, other, labels);
  }

  public TrialDraft withLabels(String csv) {
    return new TrialDraft(base, sourceInterval, interval, definition, range, threshold, csv);
  }
}
