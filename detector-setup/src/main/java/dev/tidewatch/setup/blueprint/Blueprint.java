package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/**
 * What one file says shall be: a detector, its dataset, its alerts and their topics.
 *
 * @param name the file's name for all of it: what is made carries it as a tag
 * @param detector what is asked of the API
 * @param dataset what is asked of the API, without the detector's ARN; without the source's role
 *     when that is made here
 * @param activation what becomes of the detector once all is there
 * @param alerts each with a name of its own
 * @param topics each with a name of its own; made before the alerts
 * @param metricSet what the ETL job writes for the detector; empty when the files are somebody
 *     else's
 * @param cloudWatch what CloudWatch does when it stands in for the detector
 */
public record Blueprint(
    String name,
    CreateAnomalyDetectorRequest detector,
    CreateMetricSetRequest dataset,
    Activation activation,
    List<AlertBlueprint> alerts,
    List<Topic> topics,
    Optional<MetricSet> metricSet,
    CloudWatchBlueprint cloudWatch) {
  public Blueprint {
    requireNonNull(name, "name");
    requireNonNull(detector, "detector");
    requireNonNull(dataset, "dataset");
    requireNonNull(activation, "activation");
    alerts = List.copyOf(alerts);
    topics = List.copyOf(topics);
    requireNonNull(metricSet, "metricSet");
    requireNonNull(cloudWatch, "cloudWatch");
    Set<String> names = new HashSet<>();
    alerts.forEach(alert -> checkUnique(names, "alerts", alert.name()));
    names.clear();
    topics.forEach(topic -> checkUnique(names, "topics", topic.name()));
  }

  /** One that is about its detector alone: CloudWatch does nothing for it. */
  public Blueprint(
      String name,
      CreateAnomalyDetectorRequest detector,
      CreateMetricSetRequest dataset,
      Activation activation,
      List<AlertBlueprint> alerts,
      List<Topic> topics,
      Optional<MetricSet> metricSet) {
    this(
        name,
        detector,
        dataset,
        activation,
        alerts,
        topics,
        metricSet,
        CloudWatchBlueprint.nothing(name));
  }

  private static void checkUnique(Set<String> names, String what, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two " + what + " are named '" + name + "'");
    }
  }
}
