package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetector;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Reads how a file's alarms are, and how far their models are with learning. */
public final class AlarmBook {
  private final CloudWatchClient cloudWatch;
  private final Blueprint blueprint;
  private final Names names;

  public AlarmBook(CloudWatchClient cloudWatch, Blueprint blueprint, Identity identity) {
    this.cloudWatch = cloudWatch;
    this.blueprint = blueprint;
    this.names = new Names(blueprint.name(), identity);
  }

  /** The alarms that are there, by name. */
  public List<MetricAlarm> alarms() {
    return cloudWatch
        .describeAlarmsPaginator(
            ask -> ask.alarmNamePrefix(names.alarmPrefix()).alarmTypes(AlarmType.METRIC_ALARM))
        .metricAlarms()
        .stream()
        .sorted(Comparator.comparing(MetricAlarm::alarmName))
        .toList();
  }

  /** The models on metrics of the file's namespace. */
  public List<AnomalyDetector> models() {
    return AnomalyModel.of(cloudWatch, blueprint.cloudWatch().namespace());
  }

  /** What a model is of: {@code Shop/Web views{platform=app} Sum}. */
  public static String subject(AnomalyDetector model) {
    return AnomalyModel.text(model.singleMetricAnomalyDetector());
  }
}
