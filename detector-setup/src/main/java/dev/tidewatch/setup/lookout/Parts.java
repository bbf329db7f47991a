package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.blueprint.AlertBlueprint;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Topic;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.SNSConfiguration;

/** The resources of one file, with every name and ARN in its place. */
final class Parts {
  private final Blueprint blueprint;
  private final Clients clients;
  private final Identity identity;
  private final Patience patience;
  private final Mark mark;
  private final Directory directory;
  private final Policies policies;

  Parts(Blueprint blueprint, Clients clients, Identity identity, Patience patience) {
    this.blueprint = blueprint;
    this.clients = clients;
    this.identity = identity;
    this.patience = patience;
    this.mark = new Mark(blueprint.name());
    this.directory =
        new Directory(clients.lookout(), patience, blueprint.detector().anomalyDetectorName());
    this.policies = new Policies(identity);
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

  String topicArn(String name) {
    return identity.topicArn(name);
  }

  Directory directory() {
    return directory;
  }

  /** What the detector needs around it, in the order in which it is made. */
  List<Resource> surroundings() {
    List<Resource> resources = new ArrayList<>();
    livePath()
        .map(Parts::bucket)
        .ifPresent(name -> resources.add(new Bucket(clients.s3(), mark, name, identity.region())));
    for (Topic topic : blueprint.topics()) {
      String arn = identity.topicArn(topic.name());
      resources.add(
          new SnsTopic(clients.sns(), mark, topic, new TopicUse(clients.sns(), arn, "lookout")));
      topic
          .subscriptions()
          .forEach(each -> resources.add(new SnsSubscription(clients.sns(), arn, each)));
    }
    if (needsReadingRole()) {
      resources.add(
          new Role(
              clients.iam(),
              patience,
              mark,
              readingRole(),
              policies.reading(buckets(), keysOfBuckets())));
    }
    if (needsAlertingRole()) {
      resources.add(
          new Role(
              clients.iam(),
              patience,
              mark,
              alertingRole(),
              policies.alerting(topicArns(), functionArns(), topicKeys())));
    }
    return resources;
  }

  private Optional<S3SourceConfig> s3() {
    return Optional.ofNullable(blueprint.dataset().metricSource().s3SourceConfig());
  }

  private Optional<String> livePath() {
    return s3().flatMap(config -> config.templatedPathList().stream().findFirst());
  }

  Optional<String> history() {
    return s3().flatMap(config -> config.historicalDataPathList().stream().findFirst());
  }

  private static String bucket(String path) {
    return path.substring("s3://".length()).split("/", 2)[0];
  }

  private NavigableSet<String> buckets() {
    NavigableSet<String> buckets = new TreeSet<>();
    livePath().map(Parts::bucket).ifPresent(buckets::add);
    history().map(Parts::bucket).ifPresent(buckets::add);
    return buckets;
  }

  private NavigableSet<String> keysOfBuckets() {
    NavigableSet<String> keys = new TreeSet<>();
    buckets().forEach(name -> Bucket.key(clients.s3(), name).ifPresent(keys::add));
    return keys;
  }

  private boolean needsReadingRole() {
    return s3().filter(config -> config.roleArn() == null).isPresent();
  }

  private boolean needsAlertingRole() {
    return blueprint.alerts().stream().anyMatch(Parts::needsRole);
  }

  private static boolean needsRole(AlertBlueprint alert) {
    var action = alert.request().action();
    return action.snsConfiguration() != null
        ? action.snsConfiguration().roleArn() == null
        : action.lambdaConfiguration().roleArn() == null;
  }

  private String readingRole() {
    return RoleNames.reading(directory.name());
  }

  private String alertingRole() {
    return RoleNames.alerting(directory.name());
  }

  /** The roles that were made for a detector and are none of those the file asks for. */
  List<Resource> rolesNoLongerNeeded(String detector) {
    List<String> names =
        new ArrayList<>(List.of(RoleNames.reading(detector), RoleNames.alerting(detector)));
    if (needsReadingRole()) {
      names.remove(readingRole());
    }
    if (needsAlertingRole()) {
      names.remove(alertingRole());
    }
    return names.stream()
        .map(name -> (Resource) new Role(clients.iam(), patience, mark, name, ""))
        .toList();
  }

  private NavigableSet<String> topicArns() {
    NavigableSet<String> arns = new TreeSet<>();
    for (AlertBlueprint alert : blueprint.alerts()) {
      SNSConfiguration sns = alert.request().action().snsConfiguration();
      if (sns != null && needsRole(alert)) {
        arns.add(topicArn(alert, sns));
      }
    }
    return arns;
  }

  private String topicArn(AlertBlueprint alert, SNSConfiguration sns) {
    return alert.topic().map(identity::topicArn).orElseGet(sns::snsTopicArn);
  }

  private NavigableSet<String> functionArns() {
    NavigableSet<String> arns = new TreeSet<>();
    blueprint.alerts().stream()
        .filter(Parts::needsRole)
        .map(alert -> alert.request().action().lambdaConfiguration())
        .filter(lambda -> lambda != null)
        .forEach(lambda -> arns.add(lambda.lambdaArn()));
    return arns;
  }

  private NavigableSet<String> topicKeys() {
    NavigableSet<String> keys = new TreeSet<>();
    blueprint.topics().forEach(topic -> topic.kmsKey().ifPresent(keys::add));
    return keys;
  }

  DetectorResource detector() {
    return new DetectorResource(directory, mark, blueprint.detector());
  }

  DatasetResource dataset() {
    return new DatasetResource(directory, mark, withRole(blueprint.dataset()));
  }

  private CreateMetricSetRequest withRole(CreateMetricSetRequest dataset) {
    if (!needsReadingRole()) {
      return dataset;
    }
    return dataset.toBuilder()
        .metricSource(
            source ->
                source.s3SourceConfig(
                    dataset.metricSource().s3SourceConfig().toBuilder()
                        .roleArn(identity.roleArn(Role.PATH, readingRole()))
                        .build()))
        .build();
  }

  List<AlertResource> alerts() {
    return blueprint.alerts().stream().map(this::alert).toList();
  }

  private AlertResource alert(AlertBlueprint alert) {
    var action = alert.request().action().toBuilder();
    SNSConfiguration sns = alert.request().action().snsConfiguration();
    String role = identity.roleArn(Role.PATH, alertingRole());
    if (sns != null) {
      action.snsConfiguration(
          sns.toBuilder()
              .snsTopicArn(topicArn(alert, sns))
              .roleArn(needsRole(alert) ? role : sns.roleArn())
              .build());
    } else if (needsRole(alert)) {
      action.lambdaConfiguration(
          alert.request().action().lambdaConfiguration().toBuilder().roleArn(role).build());
    }
    return new AlertResource(
        directory, mark, alert.request().toBuilder().action(action.build()).build());
  }

  /** That the detector runs, unless that is somebody else's matter. */
  Optional<Resource> running() {
    return blueprint.activation() == Activation.NONE
        ? Optional.empty()
        : Optional.of(new Running(directory, blueprint.activation()));
  }

  /** For stopping it. */
  Running stopping() {
    return new Running(directory, blueprint.activation());
  }

  boolean isRunning() {
    return stopping().isRunning();
  }

  boolean isOfAnotherMode(List<Difference> differences) {
    return stopping().needsNewDetector(differences);
  }
}
