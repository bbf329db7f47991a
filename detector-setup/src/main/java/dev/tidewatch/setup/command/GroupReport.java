package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.GroupStory;
import dev.tidewatch.setup.anomaly.SdkJson;
import java.io.PrintWriter;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionValueContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** Writes all that is known of an anomaly group. */
final class GroupReport {
  private static final int BAR = 20;
  private static final int MOST_SERIES = 10;
  private static final int MOST_VALUES = 6;

  private final GroupStory story;

  GroupReport(GroupStory story) {
    this.story = story;
  }

  Map<String, Object> json() {
    Map<String, Object> answer = new LinkedHashMap<>(SdkJson.of(story.group()));
    answer.put("timestampList", story.times());
    answer.put("timeSeriesList", story.series().stream().map(SdkJson::of).toList());
    answer.put("causes", story.causes().stream().map(SdkJson::of).toList());
    answer.put("effects", story.effects().stream().map(SdkJson::of).toList());
    return answer;
  }

  void print(PrintWriter out) {
    var group = story.group();
    out.println("group     " + group.anomalyGroupId());
    out.printf(
        Locale.ROOT,
        "what      %s, severity %.0f%n",
        group.primaryMetricName(),
        group.anomalyGroupScore());
    out.println("when      " + when());
    group.metricLevelImpactList().stream()
        .filter(impact -> impact.metricName().equals(group.primaryMetricName()))
        .flatMap(impact -> impact.contributionMatrix().dimensionContributionList().stream())
        .forEach(dimension -> print(dimension, out));
    printSeries(out);
    print("causes", story.causes(), out);
    print("effects", story.effects(), out);
    out.flush();
  }

  private String when() {
    String from = story.group().startTime();
    String to = story.group().endTime();
    return from.equals(to) ? "the interval of " + from : from + " to the interval of " + to;
  }

  private static void print(DimensionContribution dimension, PrintWriter out) {
    out.println("where     " + dimension.dimensionName());
    dimension.dimensionValueContributionList().forEach(value -> print(value, out));
  }

  private static void print(DimensionValueContribution value, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "          %s %3.0f %%  %s%n",
        bar(value.contributionScore()),
        value.contributionScore(),
        value.dimensionValue());
  }

  static String bar(double percent) {
    int full = (int) Math.round(Math.min(100, Math.max(0, percent)) * BAR / 100);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private void printSeries(PrintWriter out) {
    out.println("series    " + story.series().size() + " anomalous");
    story.series().stream()
        .limit(MOST_SERIES)
        .forEach(series -> out.println("          " + words(series) + "  " + values(series)));
    if (story.series().size() > MOST_SERIES) {
      out.printf("          and %d more: -o json%n", story.series().size() - MOST_SERIES);
    }
  }

  /** {@code marketplace=us platform=app (id)}. */
  static String words(TimeSeries series) {
    String dimensions =
        series.dimensionList().stream()
            .map(each -> each.dimensionName() + "=" + each.dimensionValue())
            .collect(Collectors.joining(" "));
    return (dimensions.isEmpty() ? "all" : dimensions) + "  (" + series.timeSeriesId() + ")";
  }

  /** The values of the group's own intervals: the API tells those before and after, too. */
  private String values(TimeSeries series) {
    ZonedDateTime first = ZonedDateTime.parse(story.group().startTime());
    ZonedDateTime last = ZonedDateTime.parse(story.group().endTime());
    return IntStream.range(0, Math.min(story.times().size(), series.metricValueList().size()))
        .filter(at -> !ZonedDateTime.parse(story.times().get(at)).isBefore(first))
        .filter(at -> !ZonedDateTime.parse(story.times().get(at)).isAfter(last))
        .limit(MOST_VALUES)
        .mapToObj(at -> String.valueOf(series.metricValueList().get(at)))
        .collect(Collectors.joining(", "));
  }

  private static void print(String what, List<InterMetricImpactDetails> related, PrintWriter out) {
    for (InterMetricImpactDetails each : related) {
      String share =
          each.contributionPercentage() == null
              ? ""
              : String.format(Locale.ROOT, "  %.0f %%", each.contributionPercentage());
      String group = each.anomalyGroupId() == null ? "" : "  group " + each.anomalyGroupId();
      out.printf("%-9s %s%s%s%n", what, each.metricName(), share, group);
    }
  }
}
