package dev.tidewatch.setup.lookout;

import dev.tidewatch.metricset.Alert.Subscriber;
import dev.tidewatch.setup.blueprint.Subscription;
import dev.tidewatch.setup.blueprint.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/** Reads a topic that is there and who hears of it. */
final class TopicReader {
  private final SnsClient sns;
  private final List<String> said;

  /**
   * @param said takes what people should know
   */
  TopicReader(SnsClient sns, List<String> said) {
    this.sns = sns;
    this.said = said;
  }

  static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  /** Whether a topic is of a detector's region and account. */
  static boolean isOf(String detectorArn, String topicArn) {
    String[] detector = detectorArn.split(":");
    String[] topic = topicArn.split(":");
    return topic.length == 6 && detector[3].equals(topic[3]) && detector[4].equals(topic[4]);
  }

  /** The topic; empty when it cannot be read, or is of a kind no file can name. */
  Optional<Topic> read(String arn) {
    try {
      Map<String, String> attributes =
          sns.getTopicAttributes(request -> request.topicArn(arn)).attributes();
      return Optional.of(
          new Topic(
              name(arn),
              Optional.ofNullable(attributes.get("DisplayName")).filter(text -> !text.isEmpty()),
              Optional.ofNullable(attributes.get("KmsMasterKeyId")),
              subscriptions(arn)));
    } catch (SdkException | IllegalArgumentException unreadable) {
      said.add(
          "left out: who hears of topic "
              + arn
              + ", because it cannot be read: "
              + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private List<Subscription> subscriptions(String topic) {
    List<Subscription> subscriptions = new ArrayList<>();
    sns.listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
        .subscriptions()
        .forEach(
            each -> {
              if (Subscriber.PROTOCOLS.contains(each.protocol())) {
                subscriptions.add(
                    subscription(
                        new Subscriber(each.protocol(), each.endpoint()), each.subscriptionArn()));
              } else {
                said.add(
                    "left out: subscriber "
                        + each.protocol()
                        + " "
                        + each.endpoint()
                        + " of "
                        + name(topic)
                        + ", because subscribers are of the protocols "
                        + String.join(", ", Subscriber.PROTOCOLS));
              }
            });
    return subscriptions;
  }

  private Subscription subscription(Subscriber to, String arn) {
    if (!arn.startsWith("arn:")) {
      return Subscription.of(to); // not to be asked for before it is confirmed
    }
    Map<String, String> attributes =
        sns.getSubscriptionAttributes(request -> request.subscriptionArn(arn)).attributes();
    return new Subscription(
        to,
        Optional.ofNullable(attributes.get("FilterPolicy")).filter(text -> !text.isEmpty()),
        "true".equals(attributes.get("RawMessageDelivery")));
  }
}
