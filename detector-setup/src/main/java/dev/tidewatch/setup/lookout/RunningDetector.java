package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.blueprint.AlertBlueprint;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Imported;
import dev.tidewatch.setup.blueprint.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetSummary;
import software.amazon.awssdk.services.sns.SnsClient;

/** Reads a detector that is there, however it was made, with its dataset, alerts and topics. */
public final class RunningDetector {
  private final Directory directory;
  private final TopicReader topicReader;
  private final List<String> said = new ArrayList<>();

  public RunningDetector(Directory directory, SnsClient sns) {
    this.directory = directory;
    this.topicReader = new TopicReader(sns, said);
  }

  /** All of it; empty when there is no such detector. */
  public Optional<Imported> read() {
    return directory
        .describe()
        .map(this::blueprint)
        .map(blueprint -> Imported.of(blueprint, said, directory.name() + " as YAML"));
  }

  private Blueprint blueprint(DescribeAnomalyDetectorResponse detector) {
    String arn = detector.anomalyDetectorArn();
    Map<String, String> tags = directory.tags(arn);
    Map<String, Topic> topics = new LinkedHashMap<>();
    List<AlertBlueprint> alerts =
        AlertResource.of(directory, arn).stream()
            .map(summary -> alert(summary.alertArn(), arn, topics))
            .toList();
    CreateAnomalyDetectorRequest.Builder request =
        CreateAnomalyDetectorRequest.builder()
            .anomalyDetectorName(detector.anomalyDetectorName())
            .anomalyDetectorDescription(detector.anomalyDetectorDescription())
            .anomalyDetectorConfig(
                config ->
                    config.anomalyDetectorFrequency(
                        detector.anomalyDetectorConfig().anomalyDetectorFrequency()))
            .kmsKeyArn(detector.kmsKeyArn())
            .tags(own(tags));
    return new Blueprint(
        tags.getOrDefault(Mark.KEY, detector.anomalyDetectorName()),
        request.build(),
        dataset(arn),
        activation(detector),
        alerts,
        List.copyOf(topics.values()),
        Optional.empty());
  }

  private CreateMetricSetRequest dataset(String detector) {
    String arn =
        directory
            .call(
                () ->
                    directory
                        .client()
                        .listMetricSets(request -> request.anomalyDetectorArn(detector)))
            .metricSetSummaryList()
            .stream()
            .map(MetricSetSummary::metricSetArn)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "detector '" + directory.name() + "' has no dataset: nothing to write"));
    DescribeMetricSetResponse dataset =
        directory.call(
            () -> directory.client().describeMetricSet(request -> request.metricSetArn(arn)));
    CreateMetricSetRequest.Builder request =
        copied(dataset, CreateMetricSetRequest.builder())
            .anomalyDetectorArn(null)
            .tags(own(directory.tags(arn)));
    withoutOwnRole(dataset, request);
    return request.build();
  }

  /** A role that apply made it makes again. */
  private void withoutOwnRole(
      DescribeMetricSetResponse dataset, CreateMetricSetRequest.Builder request) {
    var s3 = dataset.metricSource().s3SourceConfig();
    if (s3 != null && isOwn(s3.roleArn(), RoleNames.reading(directory.name()))) {
      request.metricSource(
          dataset.metricSource().toBuilder()
              .s3SourceConfig(s3.toBuilder().roleArn(null).build())
              .build());
    }
  }

  private static boolean isOwn(@Nullable String role, String name) {
    return role != null && role.endsWith(":role" + Role.PATH + name);
  }

  private AlertBlueprint alert(String arn, String detector, Map<String, Topic> topics) {
    Alert alert =
        directory
            .call(() -> directory.client().describeAlert(request -> request.alertArn(arn)))
            .alert();
    var action = alert.action().toBuilder();
    Optional<String> topic = Optional.empty();
    if (alert.action().snsConfiguration() != null) {
      var sns = alert.action().snsConfiguration().toBuilder();
      String topicArn = alert.action().snsConfiguration().snsTopicArn();
      if (TopicReader.isOf(detector, topicArn)) {
        topicReader.read(topicArn).ifPresent(read -> topics.put(read.name(), read));
        topic = Optional.of(TopicReader.name(topicArn)).filter(topics::containsKey);
      }
      topic.ifPresent(named -> sns.snsTopicArn(null));
      if (isOwn(
          alert.action().snsConfiguration().roleArn(), RoleNames.alerting(directory.name()))) {
        sns.roleArn(null);
      }
      if (alert.action().snsConfiguration().snsFormat() == null) {
        sns.snsFormat("JSON");
      }
      action.snsConfiguration(sns.build());
    } else if (isOwn(
        alert.action().lambdaConfiguration().roleArn(), RoleNames.alerting(directory.name()))) {
      action.lambdaConfiguration(
          alert.action().lambdaConfiguration().toBuilder().roleArn(null).build());
    }
    CreateAlertRequest request =
        copied(alert, CreateAlertRequest.builder())
            .anomalyDetectorArn(null)
            .action(action.build())
            .tags(own(directory.tags(arn)))
            .build();
    return new AlertBlueprint(request, topic);
  }

  private static Map<String, String> own(Map<String, String> tags) {
    return tags.entrySet().stream()
        .filter(tag -> !tag.getKey().startsWith("tidewatch:"))
        .filter(tag -> !tag.getKey().startsWith("aws:"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A request like the one that made what an answer describes: both have the same names. */
  private static <B extends SdkPojo> B copied(SdkPojo from, B request) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (SdkField<?> field : from.sdkFields()) {
      Object value = field.getValueOrDefault(from);
      if (value != null && !(value instanceof SdkAutoConstructList)) {
        values.put(field.memberName(), value);
      }
    }
    for (SdkField<?> field : request.sdkFields()) {
      Optional.ofNullable(values.get(field.memberName()))
          .ifPresent(value -> field.set(request, value));
    }
    return request;
  }

  private Activation activation(DescribeAnomalyDetectorResponse detector) {
    return switch (detector.status()) {
      case BACK_TEST_ACTIVATING, BACK_TEST_ACTIVE, BACK_TEST_COMPLETE -> Activation.BACKTEST;
      case ACTIVE, ACTIVATING, LEARNING -> Activation.CONTINUOUS;
      default -> {
        said.add(
            "activation: none, as the detector is "
                + detector.statusAsString()
                + "; write 'continuous' to have it run");
        yield Activation.NONE;
      }
    };
  }
}
