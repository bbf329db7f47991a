package dev.tidewatch.setup.lookout;

import dev.tidewatch.metricset.Alert.Subscriber;
import dev.tidewatch.setup.blueprint.Subscription;
import dev.tidewatch.setup.blueprint.Topic;
import dev.tidewatch.setup.plan.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** What was made for the file earlier and is in it no more. */
final class Strays {
  private static final String REASON = "no longer in the file";

  private final Parts parts;

  Strays(Parts parts) {
    this.parts = parts;
  }

  List<Change> found() {
    return Stream.of(alerts(), subscriptions(), topics()).flatMap(changes -> changes).toList();
  }

  private Stream<Change> alerts() {
    Optional<String> detector = parts.directory().find();
    if (detector.isEmpty()) {
      return Stream.of();
    }
    Set<String> wanted = new HashSet<>();
    parts.blueprint().alerts().forEach(alert -> wanted.add(alert.name()));
    return AlertResource.of(parts.directory(), detector.get()).stream()
        .filter(alert -> !wanted.contains(alert.alertName()))
        .filter(alert -> parts.mark().isOn(parts.directory().tags(alert.alertArn())))
        .map(this::alert);
  }

  private Change alert(AlertSummary alert) {
    CreateAlertRequest named = CreateAlertRequest.builder().alertName(alert.alertName()).build();
    return Change.delete(new AlertResource(parts.directory(), parts.mark(), named), REASON);
  }

  private Stream<Change> topics() {
    Set<String> wanted = new HashSet<>();
    parts.blueprint().topics().forEach(topic -> wanted.add(topic.name()));
    SnsClient sns = parts.clients().sns();
    return sns.listTopicsPaginator().topics().stream()
        .map(topic -> topic.topicArn())
        .filter(arn -> !wanted.contains(name(arn)))
        .filter(arn -> parts.mark().isOn(SnsTopic.tags(sns, arn)))
        .map(
            arn ->
                Change.delete(
                    new SnsTopic(
                        sns,
                        parts.mark(),
                        new Topic(name(arn), Optional.empty(), Optional.empty(), List.of()),
                        arn),
                    REASON));
  }

  private static String name(String topicArn) {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1);
  }

  private Stream<Change> subscriptions() {
    return parts.blueprint().topics().stream().flatMap(this::subscriptions);
  }

  private Stream<Change> subscriptions(Topic topic) {
    SnsClient sns = parts.clients().sns();
    String arn = parts.topicArn(topic.name());
    Set<Subscriber> wanted = new HashSet<>();
    topic.subscriptions().forEach(each -> wanted.add(each.to()));
    try {
      Map<String, String> tags = SnsTopic.tags(sns, arn);
      return sns
          .listSubscriptionsByTopicPaginator(request -> request.topicArn(arn))
          .subscriptions()
          .stream()
          .filter(each -> Subscriber.PROTOCOLS.contains(each.protocol()))
          .map(each -> new Subscriber(each.protocol(), each.endpoint()))
          .filter(each -> !wanted.contains(each))
          .map(each -> new SnsSubscription(sns, arn, Subscription.of(each)))
          .filter(each -> tags.containsKey(each.tag()))
          .map(each -> Change.delete(each, REASON))
          .toList()
          .stream();
    } catch (NotFoundException noTopic) {
      return Stream.of();
    }
  }
}
