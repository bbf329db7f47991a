package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Learning;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetector;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetectorConfiguration;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetectorType;
import software.amazon.awssdk.services.cloudwatch.model.Range;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.SingleMetricAnomalyDetector;

/**
 * The model that CloudWatch trains on a metric. Models carry no tags, and alarms with a band make
 * them by themselves: one on a metric that the file publishes is the file's.
 */
final class AnomalyModel implements Resource {
  private final CloudWatchClient cloudWatch;
  private final SingleMetricAnomalyDetector metric;
  private final Learning learning;

  AnomalyModel(CloudWatchClient cloudWatch, SingleMetricAnomalyDetector metric, Learning learning) {
    this.cloudWatch = cloudWatch;
    this.metric = metric;
    this.learning = learning;
  }

  @Override
  public String kind() {
    return "CloudWatch anomaly detection model";
  }

  @Override
  public String name() {
    return text(metric);
  }

  /** One spelling of what a model is on. */
  static String text(SingleMetricAnomalyDetector metric) {
    return metric.namespace()
        + " "
        + metric.metricName()
        + Metrics.text(metric.dimensions())
        + " "
        + metric.stat();
  }

  @Override
  public Attributes desired() {
    return attributes(configuration());
  }

  private static Attributes attributes(AnomalyDetectorConfiguration configuration) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("zone", Optional.ofNullable(configuration.metricTimezone()).orElse("UTC"));
    texts.put(
        "excluded",
        configuration.excludedTimeRanges().stream()
            .map(range -> range.startTime() + "/" + range.endTime())
            .sorted()
            .collect(Collectors.joining(" ")));
    return new Attributes(texts);
  }

  private AnomalyDetectorConfiguration configuration() {
    List<Range> excluded =
        learning.excluded().stream()
            .map(range -> Range.builder().startTime(range.from()).endTime(range.to()).build())
            .toList();
    return AnomalyDetectorConfiguration.builder()
        .metricTimezone(learning.zone())
        .excludedTimeRanges(excluded)
        .build();
  }

  @Override
  public Optional<Existing> existing() {
    return of(cloudWatch, metric.namespace()).stream()
        .filter(model -> text(model.singleMetricAnomalyDetector()).equals(name()))
        .findFirst()
        .map(
            model ->
                Existing.ours(
                    attributes(
                        Optional.ofNullable(model.configuration())
                            .orElse(AnomalyDetectorConfiguration.builder().build()))));
  }

  /** The models on single metrics of a namespace. */
  static List<AnomalyDetector> of(CloudWatchClient cloudWatch, String namespace) {
    return cloudWatch
        .describeAnomalyDetectorsPaginator(
            ask -> ask.namespace(namespace).anomalyDetectorTypes(AnomalyDetectorType.SINGLE_METRIC))
        .anomalyDetectors()
        .stream()
        .filter(model -> model.singleMetricAnomalyDetector() != null)
        .toList();
  }

  @Override
  public String create() {
    put();
    return "";
  }

  @Override
  public void update(List<Difference> differences) {
    put();
  }

  private void put() {
    cloudWatch.putAnomalyDetector(
        ask -> ask.singleMetricAnomalyDetector(metric).configuration(configuration()));
  }

  @Override
  public void delete() {
    try {
      cloudWatch.deleteAnomalyDetector(ask -> ask.singleMetricAnomalyDetector(metric));
    } catch (ResourceNotFoundException gone) {
      // somebody was faster
    }
  }
}
