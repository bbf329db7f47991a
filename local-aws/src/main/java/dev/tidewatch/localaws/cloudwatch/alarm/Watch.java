package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.Metric;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.Statistic;
import dev.tidewatch.localaws.cloudwatch.query.MetricQueries;
import dev.tidewatch.localaws.cloudwatch.query.MetricQuery;
import dev.tidewatch.localaws.cloudwatch.query.MetricStat;
import dev.tidewatch.localaws.protocol.Input;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an alarm looks at.
 *
 * @param plain whether it was told as one metric, not as a list
 * @param band the id of the query that yields the threshold; empty when that is a number
 */
record Watch(MetricQueries queries, boolean plain, String band) {
  private static final List<String> OF_ONE_METRIC =
      List.of("MetricName", "Namespace", "Period", "Statistic", "ExtendedStatistic", "Unit");
  private static final int MOST_QUERIES = 20;

  Watch {
    requireNonNull(queries, "queries");
    requireNonNull(band, "band");
  }

  static Watch of(Input input) {
    boolean listed = !input.list("Metrics").isEmpty();
    List<String> single =
        Stream.concat(
                OF_ONE_METRIC.stream().filter(name -> !input.text(name, "").isEmpty()),
                input.list("Dimensions").isEmpty() ? Stream.empty() : Stream.of("Dimensions"))
            .toList();
    if (listed && !single.isEmpty()) {
      throw MetricErrors.validation(
          "An alarm has either Metrics or one metric of its own: leave out " + single + ".");
    }
    return listed ? listed(input) : plain(input);
  }

  /** The query whose values are judged. */
  MetricQuery judged() {
    return queries.returned().stream()
        .filter(query -> !query.id().equals(band))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("checked when the alarm was made"));
  }

  /** The one metric of an alarm that was told so. */
  MetricStat metric() {
    return judged().metricStat().orElseThrow();
  }

  Duration period() {
    return queries.period();
  }

  void write(ObjectNode json) {
    if (plain) {
      MetricStat stat = metric();
      json.put("MetricName", stat.metric().name()).put("Namespace", stat.metric().namespace());
      String statistic = stat.statistic().name();
      json.put(stat.statistic().isPercentile() ? "ExtendedStatistic" : "Statistic", statistic);
      json.set("Dimensions", stat.metric().dimensionsJson());
      json.put("Period", stat.period().toSeconds());
      if (!stat.unit().isEmpty()) {
        json.put("Unit", stat.unit());
      }
    } else {
      json.set("Metrics", queries.json());
      if (!band.isEmpty()) {
        json.put("ThresholdMetricId", band);
      }
    }
  }

  private static Watch plain(Input input) {
    String statistic = input.text("Statistic", "");
    String extended = input.text("ExtendedStatistic", "");
    if (statistic.isEmpty() == extended.isEmpty()) {
      throw MetricErrors.validation(
          "Exactly one of Statistic and ExtendedStatistic must be specified.");
    }
    if (!input.text("ThresholdMetricId", "").isEmpty()) {
      throw MetricErrors.validation("ThresholdMetricId needs Metrics.");
    }
    Statistic judged = new Statistic(statistic.isEmpty() ? extended : statistic);
    if (judged.isPercentile() == extended.isEmpty()) {
      throw MetricErrors.validation("A percentile is an ExtendedStatistic, others a Statistic.");
    }
    MetricStat stat =
        new MetricStat(Metric.of(input), MetricStat.period(input), judged, input.text("Unit", ""));
    return new Watch(new MetricQueries(List.of(MetricQuery.of(stat))), true, "");
  }

  private static Watch listed(Input input) {
    MetricQueries queries = MetricQueries.of(input, "Metrics");
    if (queries.queries().size() > MOST_QUERIES) {
      throw MetricErrors.validation("An alarm has at most " + MOST_QUERIES + " Metrics.");
    }
    String band = input.text("ThresholdMetricId", "");
    int returned = queries.returned().size();
    if (band.isEmpty() && returned != 1) {
      throw MetricErrors.validation("Exactly one element of the metrics list should return data.");
    }
    if (!band.isEmpty()) {
      MetricQuery threshold =
          queries
              .find(band)
              .orElseThrow(
                  () ->
                      MetricErrors.validation(
                          "ThresholdMetricId '" + band + "' is none of the ids in Metrics."));
      if (!threshold.isBand()) {
        throw MetricErrors.validation(
            "ThresholdMetricId '" + band + "' is to be an ANOMALY_DETECTION_BAND.");
      }
      if (returned != 2 || !threshold.returned()) {
        throw MetricErrors.validation(
            "Exactly two elements of the metrics list should return data.");
      }
    }
    return new Watch(queries, false, band);
  }
}
