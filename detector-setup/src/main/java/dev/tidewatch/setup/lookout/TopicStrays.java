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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** Topics and subscriptions that were made for the file earlier and are in it no more. */
public final class TopicStrays {
  private static final String REASON = "no longer in the file";

  private final SnsClient sns;
  private final Mark mark;
  private final List<Topic> topics;
  private final UnaryOperator<String> arns;

  /**
   * @param topics those of the file
   * @param arns from a topic's name to its ARN
   */
  public TopicStrays(SnsClient sns, Mark mark, List<Topic> topics, UnaryOperator<String> arns) {
    this.sns = sns;
    this.mark = mark;
    this.topics = List.copyOf(topics);
    this.arns = arns;
  }

  /** What has to go, subscriptions first. */
  public List<Change> found() {
    return Stream.concat(subscriptions(), strayTopics()).toList();
  }

  private Stream<Change> strayTopics() {
    Set<String> wanted = new HashSet<>();
    topics.forEach(topic -> wanted.add(topic.name()));
    return sns.listTopicsPaginator().topics().stream()
        .map(topic -> topic.topicArn())
        .filter(arn -> !wanted.contains(name(arn)))
        .filter(arn -> mark.isOn(SnsTopic.tags(sns, arn)))
        .map(
            arn ->
                Change.delete(
                    new SnsTopic(
                        sns,
                        mark,
                        new Topic(name(arn), Optional.empty(), Optional.empty(), List.of()),
                        new TopicUse(sns, arn, "nobody")),
                    REASON));
  }

  private static String name(String topicArn) {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1);
  }

  private Stream<Change> subscriptions() {
    return topics.stream().flatMap(this::subscriptions);
  }

  private Stream<Change> subscriptions(Topic topic) {
    String arn = arns.apply(topic.name());
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
