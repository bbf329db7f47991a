package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Band;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Messages;
import dev.tidewatch.setup.blueprint.TimeSeries;
import dev.tidewatch.setup.blueprint.Topic;
import dev.tidewatch.setup.lookout.Mark;
import dev.tidewatch.setup.lookout.SnsSubscription;
import dev.tidewatch.setup.lookout.SnsTopic;
import dev.tidewatch.setup.lookout.TopicUse;
import dev.tidewatch.setup.plan.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.SingleMetricAnomalyDetector;

/** The resources of one file, with every name and ARN in its place. */
final class Parts {
  private final Blueprint blueprint;
  private final CloudWatchBlueprint wanted;
  private final Clients clients;
  private final Identity identity;
  private final Mark mark;
  private final Names names;

  Parts(Blueprint blueprint, Clients clients, Identity identity) {
    this.blueprint = blueprint;
    this.wanted = blueprint.cloudWatch();
    this.clients = clients;
    this.identity = identity;
    this.mark = new Mark(blueprint.name());
    this.names = new Names(blueprint.name(), identity);
  }

  Blueprint blueprint() {
    return blueprint;
  }

  Clients clients() {
    return clients;
  }

  Mark mark() {
    return mark;
  }

  Names names() {
    return names;
  }

  String topicArn(String name) {
    return identity.topicArn(name);
  }

  /** Everything that shall be, in the order in which it is made. */
  List<Resource> all() {
    List<Resource> resources = new ArrayList<>();
    topic().ifPresent(topic -> resources.addAll(told(topic)));
    resources.addAll(models());
    alarms().forEach(resources::add);
    wanted
        .topic()
        .filter(topic -> wanted.messages().event())
        .ifPresent(
            topic -> {
              resources.add(rule());
              resources.add(target(topic));
            });
    return resources;
  }

  private Optional<Topic> topic() {
    return wanted
        .topic()
        .flatMap(
            name ->
                blueprint.topics().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  private List<Resource> told(Topic topic) {
    String arn = identity.topicArn(topic.name());
    List<Resource> resources = new ArrayList<>();
    resources.add(
        new SnsTopic(clients.sns(), mark, topic, new TopicUse(clients.sns(), arn, "cloudwatch")));
    topic
        .subscriptions()
        .forEach(each -> resources.add(new SnsSubscription(clients.sns(), arn, each)));
    resources.add(policy(topic.name(), wanted.messages()));
    return resources;
  }

  TopicPolicy policy(String topic, Messages messages) {
    return new TopicPolicy(clients.sns(), names, identity.topicArn(topic), messages);
  }

  List<AnomalyModel> models() {
    return wanted.alarms().stream()
        .filter(Band.class::isInstance)
        .map(CloudWatchAlarm::series)
        .map(this::model)
        .toList();
  }

  private AnomalyModel model(TimeSeries series) {
    return model(
        SingleMetricAnomalyDetector.builder()
            .namespace(wanted.namespace())
            .metricName(series.measure())
            .dimensions(Metrics.dimensions(series.dimensions()))
            .stat(Metrics.statistic(series))
            .build());
  }

  AnomalyModel model(SingleMetricAnomalyDetector metric) {
    return new AnomalyModel(clients.cloudWatch(), metric, wanted.learning());
  }

  List<Alarm> alarms() {
    return new AlarmRequests(blueprint, names).all().stream().map(this::alarm).toList();
  }

  Alarm alarm(PutMetricAlarmRequest request) {
    return new Alarm(clients.cloudWatch(), mark, names, request);
  }

  EventRule rule() {
    return new EventRule(clients.eventBridge(), mark, names);
  }

  private RuleTarget target(String topic) {
    return new RuleTarget(clients.eventBridge(), names, identity.topicArn(topic));
  }

  /** What people should know of before they agree. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    long bands = models().size();
    long others = alarms().size() - bands;
    notes.add(
        "%d alarms with a band and %d without cost about %s a month (us-east-1); what publishing costs, 'publish --dry-run' says."
            .formatted(bands, others, Prices.text(Prices.ofAlarms(bands, others))));
    if (wanted.topic().isEmpty()) {
      notes.add("The file has no topic: the alarms change their state, and tell nobody.");
    }
    topic()
        .flatMap(Topic::kmsKey)
        .ifPresent(
            key ->
                notes.add(
                    "The key "
                        + key
                        + " must let cloudwatch.amazonaws.com and events.amazonaws.com decrypt and"
                        + " generate data keys (EventBridge without a condition on the source), or"
                        + " no message goes out."));
    return notes;
  }
}
