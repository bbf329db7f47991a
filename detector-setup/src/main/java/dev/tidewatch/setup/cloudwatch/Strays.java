package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.blueprint.CloudWatchBlueprint;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Messages;
import dev.tidewatch.setup.blueprint.Topic;
import dev.tidewatch.setup.lookout.TopicStrays;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.SingleMetricAnomalyDetector;

/** What was made for the file earlier and is in it no more. */
final class Strays {
  private static final String REASON = "no longer in the file";

  private final Parts parts;
  private final CloudWatchBlueprint wanted;
  private final CloudWatchClient cloudWatch;

  Strays(Parts parts) {
    this.parts = parts;
    this.wanted = parts.blueprint().cloudWatch();
    this.cloudWatch = parts.clients().cloudWatch();
  }

  List<Change> found() {
    return Stream.of(rule(), alarms(), models(), policies(), topics())
        .flatMap(changes -> changes)
        .toList();
  }

  private Stream<Change> rule() {
    if (wanted.topic().isPresent() && wanted.messages().event()) {
      return Stream.of();
    }
    return parts.rule().existing().stream()
        .filter(rule -> rule.owner() == Owner.OURS)
        .map(rule -> Change.delete(parts.rule(), REASON));
  }

  private Stream<Change> alarms() {
    Set<String> names = parts.alarms().stream().map(Resource::name).collect(Collectors.toSet());
    return cloudWatch
        .describeAlarmsPaginator(
            ask ->
                ask.alarmNamePrefix(parts.names().alarmPrefix()).alarmTypes(AlarmType.METRIC_ALARM))
        .metricAlarms()
        .stream()
        .filter(alarm -> !names.contains(alarm.alarmName()))
        .filter(alarm -> parts.mark().isOn(Alarm.tags(cloudWatch, alarm.alarmArn())))
        .map(alarm -> PutMetricAlarmRequest.builder().alarmName(alarm.alarmName()).build())
        .map(alarm -> Change.delete(parts.alarm(alarm), REASON));
  }

  /** Models on metrics of the namespace that no alarm of somebody else looks at. */
  private Stream<Change> models() {
    Set<String> names = parts.models().stream().map(Resource::name).collect(Collectors.toSet());
    Set<String> measures = new HashSet<>();
    wanted.measures().forEach(measure -> measures.add(measure.name()));
    List<SingleMetricAnomalyDetector> found =
        AnomalyModel.of(cloudWatch, wanted.namespace()).stream()
            .map(model -> model.singleMetricAnomalyDetector())
            .filter(model -> !names.contains(AnomalyModel.text(model)))
            .filter(model -> isOwnNamespace() || measures.contains(model.metricName()))
            .toList();
    if (found.isEmpty()) {
      return Stream.of();
    }
    Set<String> used = usedByOthers();
    return found.stream()
        .filter(model -> !used.contains(AnomalyModel.text(model)))
        .map(model -> Change.delete(parts.model(model), REASON));
  }

  private boolean isOwnNamespace() {
    return wanted.namespace().equals("Tidewatch/" + parts.blueprint().name());
  }

  /** The models that alarms of others look at, as texts. */
  Set<String> usedByOthers() {
    return cloudWatch
        .describeAlarmsPaginator(ask -> ask.alarmTypes(AlarmType.METRIC_ALARM))
        .metricAlarms()
        .stream()
        .filter(alarm -> !alarm.alarmName().startsWith(parts.names().alarmPrefix()))
        .map(Strays::models)
        .flatMap(Collection::stream)
        .collect(Collectors.toSet());
  }

  private static List<String> models(MetricAlarm alarm) {
    return alarm.metrics().stream()
        .filter(query -> query.metricStat() != null)
        .map(
            query ->
                SingleMetricAnomalyDetector.builder()
                    .namespace(query.metricStat().metric().namespace())
                    .metricName(query.metricStat().metric().metricName())
                    .dimensions(query.metricStat().metric().dimensions())
                    .stat(query.metricStat().stat())
                    .build())
        .map(AnomalyModel::text)
        .toList();
  }

  /** What was allowed on topics of the file that are told no more. */
  private Stream<Change> policies() {
    return parts.blueprint().topics().stream()
        .map(Topic::name)
        .filter(name -> wanted.topic().filter(name::equals).isEmpty())
        .map(name -> parts.policy(name, Messages.BOTH))
        .filter(policy -> policy.existing().isPresent())
        .map(policy -> Change.delete(policy, REASON));
  }

  private Stream<Change> topics() {
    return new TopicStrays(
            parts.clients().sns(), parts.mark(), parts.blueprint().topics(), parts::topicArn)
        .found().stream();
  }
}
