package dev.tidewatch.setup.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionValueContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.RelationshipType;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** An anomaly group as people read it. */
public final class GroupText {
  private static final int BAR = 20;
  private static final int SERIES = 10;

  private GroupText() {}

  /** The lines of a group. */
  public static List<String> of(GroupDetail detail) {
    AnomalyGroup group = detail.group();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  severity %.0f  %s"
            .formatted(
                group.primaryMetricName(), group.anomalyGroupScore(), group.anomalyGroupId()));
    lines.add("When    " + group.startTime() + " to " + group.endTime());
    group.metricLevelImpactList().stream()
        .filter(impact -> impact.metricName().equals(group.primaryMetricName()))
        .flatMap(impact -> impact.contributionMatrix().dimensionContributionList().stream())
        .forEach(dimension -> lines.addAll(where(dimension)));
    detail.related().forEach(related -> lines.add(relation(related)));
    lines.add("Series  " + detail.series().size());
    detail.series().stream().limit(SERIES).forEach(series -> lines.add(series(series)));
    return lines;
  }

  private static List<String> where(DimensionContribution dimension) {
    return dimension.dimensionValueContributionList().stream()
        .filter(value -> value.contributionScore() >= 1)
        .map(value -> where(dimension.dimensionName(), value))
        .toList();
  }

  private static String where(String dimension, DimensionValueContribution value) {
    int length = (int) Math.round(value.contributionScore() / 100 * BAR);
    return "Where   %-16s %-20s %-20s %3.0f %%"
        .formatted(
            dimension, value.dimensionValue(), "█".repeat(length), value.contributionScore());
  }

  private static String relation(InterMetricImpactDetails related) {
    boolean cause = related.relationshipType() == RelationshipType.CAUSE_OF_INPUT_ANOMALY_GROUP;
    return "%s  %s%s%s"
        .formatted(
            cause ? "Cause " : "Effect",
            related.metricName(),
            Optional.ofNullable(related.contributionPercentage())
                .map(share -> " %.0f %%".formatted(share))
                .orElse(""),
            Optional.ofNullable(related.anomalyGroupId()).map(id -> "  " + id).orElse(""));
  }

  private static String series(TimeSeries series) {
    String where =
        series.dimensionList().stream()
            .map(each -> each.dimensionName() + "=" + each.dimensionValue())
            .collect(Collectors.joining(", "));
    String values =
        series.metricValueList().stream().map(GroupText::number).collect(Collectors.joining(" "));
    return "        "
        + (where.isEmpty() ? "(all)" : where)
        + ": "
        + values
        + "  "
        + series.timeSeriesId();
  }

  private static String number(Double value) {
    return value == null ? "-" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
