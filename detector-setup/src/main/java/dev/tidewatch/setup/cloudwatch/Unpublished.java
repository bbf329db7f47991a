package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm;
import dev.tidewatch.setup.blueprint.TimeSeries;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * An alarm is on a metric that nobody publishes: it would never leave INSUFFICIENT_DATA. Has no
 * stack trace: it is a user's matter.
 */
public final class Unpublished extends IllegalStateException {
  private Unpublished(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /**
   * Looks at every alarm of a file.
   *
   * @throws Unpublished when one is on a metric that the file does not publish and CloudWatch does
   *     not know, telling all of them
   */
  static void check(Blueprint blueprint, CloudWatchClient cloudWatch) {
    List<TimeSeries> unknown =
        blueprint.cloudWatch().alarms().stream()
            .map(CloudWatchAlarm::series)
            .distinct()
            .filter(series -> !publishes(blueprint, series))
            .filter(series -> !isKnown(blueprint.cloudWatch().namespace(), series, cloudWatch))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Unpublished(message(blueprint, unknown));
    }
  }

  private static boolean publishes(Blueprint blueprint, TimeSeries series) {
    return blueprint.metricSet().isPresent()
        && blueprint.cloudWatch().publishes(series.dimensions().keySet());
  }

  private static boolean isKnown(String namespace, TimeSeries series, CloudWatchClient cloudWatch) {
    Metric metric = Metrics.of(namespace, series);
    List<DimensionFilter> filters =
        metric.dimensions().stream()
            .map(each -> DimensionFilter.builder().name(each.name()).value(each.value()).build())
            .toList();
    return cloudWatch
        .listMetricsPaginator(
            ask -> ask.namespace(namespace).metricName(metric.metricName()).dimensions(filters))
        .metrics()
        .stream()
        .anyMatch(found -> Metrics.text(found).equals(Metrics.text(metric)));
  }

  private static String message(Blueprint blueprint, List<TimeSeries> unknown) {
    String which = unknown.stream().map(TimeSeries::text).collect(Collectors.joining("; "));
    String remedy =
        blueprint.metricSet().isEmpty()
            ? "The file has no stream whose interval files could be published: name the namespace"
                + " in which they are in cloudwatch.namespace"
            : "Add their dimensions to cloudwatch.publish, or publish them before";
    return "nobody publishes these metrics to "
        + blueprint.cloudWatch().namespace()
        + ", so their alarms would never tell anything: "
        + which
        + ". "
        + remedy;
  }
}
