package dev.tidewatch.evaluation.live;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionValueContribution;

/**
 * An anomaly group a detector tells of.
 *
 * @param end the start of its last anomalous interval
 * @param contributions of {@code dimension=value}, in percent of its dimension
 */
record FoundAnomaly(
    String id,
    String measure,
    Instant start,
    Instant end,
    double severity,
    Map<String, Double> contributions) {
  private static final double MOST = 50;

  FoundAnomaly {
    contributions = new TreeMap<>(contributions);
  }

  /** All groups of at least a severity, newest first. */
  static List<FoundAnomaly> of(LookoutMetricsClient client, String detector, int leastSeverity) {
    List<FoundAnomaly> found = new ArrayList<>();
    for (AnomalyGroupSummary summary :
        client
            .listAnomalyGroupSummariesPaginator(
                request -> request.anomalyDetectorArn(detector).sensitivityThreshold(leastSeverity))
            .stream()
            .flatMap(page -> page.anomalyGroupSummaryList().stream())
            .toList()) {
      AnomalyGroup group =
          client
              .getAnomalyGroup(
                  request ->
                      request.anomalyDetectorArn(detector).anomalyGroupId(summary.anomalyGroupId()))
              .anomalyGroup();
      found.add(read(group));
    }
    return found;
  }

  private static FoundAnomaly read(AnomalyGroup group) {
    Map<String, Double> contributions = new TreeMap<>();
    group.metricLevelImpactList().stream()
        .filter(impact -> impact.metricName().equals(group.primaryMetricName()))
        .flatMap(impact -> impact.contributionMatrix().dimensionContributionList().stream())
        .forEach(dimension -> add(contributions, dimension));
    return new FoundAnomaly(
        group.anomalyGroupId(),
        group.primaryMetricName(),
        time(group.startTime()),
        time(group.endTime()),
        group.anomalyGroupScore(),
        contributions);
  }

  private static void add(Map<String, Double> contributions, DimensionContribution dimension) {
    for (DimensionValueContribution value : dimension.dimensionValueContributionList()) {
      contributions.put(
          dimension.dimensionName() + "=" + value.dimensionValue(), value.contributionScore());
    }
  }

  /** {@code 2026-11-20T10:05Z[UTC]}, contract section 3.3. */
  static Instant time(String text) {
    return ZonedDateTime.parse(text).toInstant();
  }

  /** The values that have most of the change of their dimension. */
  Set<String> named() {
    Set<String> named = new TreeSet<>();
    contributions.forEach(
        (value, share) -> {
          if (share >= MOST) {
            named.add(value);
          }
        });
    return named;
  }

  /**
   * Whether it may be the hidden anomaly: in its time, or a little later, on a measure it touches.
   */
  boolean isOf(HiddenAnomaly hidden, Duration interval) {
    return hidden.measures().contains(measure)
        && start.isBefore(hidden.end().plus(interval.multipliedBy(3)))
        && !end.isBefore(hidden.start());
  }
}
