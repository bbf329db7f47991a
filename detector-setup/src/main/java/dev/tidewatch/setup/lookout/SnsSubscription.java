package dev.tidewatch.setup.lookout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.setup.blueprint.Subscription;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;

/**
 * A subscription to a topic. Subscriptions carry no tags, so the topic's tags say which of them are
 * ours.
 */
public final class SnsSubscription implements Resource {
  /** How the tags of a topic begin that remember our subscriptions. */
  static final String TAG = "tidewatch:sub:";

  private static final String PENDING = "PendingConfirmation";
  private static final String FILTER = "FilterPolicy";
  private static final String RAW = "RawMessageDelivery";

  private final SnsClient sns;
  private final String topicArn;
  private final Subscription subscription;

  public SnsSubscription(SnsClient sns, String topicArn, Subscription subscription) {
    this.sns = sns;
    this.topicArn = topicArn;
    this.subscription = subscription;
  }

  String topicArn() {
    return topicArn;
  }

  @Override
  public String kind() {
    return "SNS subscription";
  }

  @Override
  public String name() {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1)
        + " → "
        + subscription.to().protocol()
        + " "
        + subscription.to().endpoint();
  }

  /** The tag's key that remembers it. */
  String tag() {
    String text = subscription.to().protocol() + " " + subscription.to().endpoint();
    return TAG + UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString().substring(0, 8);
  }

  @Override
  public Attributes desired() {
    Map<String, String> texts = new LinkedHashMap<>();
    subscription.filterPolicy().ifPresent(policy -> texts.put(FILTER, Policies.normal(policy)));
    if (subscription.raw()) {
      texts.put(RAW, "true");
    }
    return new Attributes(texts);
  }

  @Override
  public Optional<Existing> existing() {
    return arn().map(this::existing);
  }

  private Existing existing(String arn) {
    Owner owner = SnsTopic.tags(sns, topicArn).containsKey(tag()) ? Owner.OURS : Owner.SHARED;
    if (arn.equals(PENDING)) {
      return new Existing(desired(), owner, pendingRemark()); // not to be asked for yet
    }
    Map<String, String> texts =
        new LinkedHashMap<>(
            sns.getSubscriptionAttributes(request -> request.subscriptionArn(arn)).attributes());
    texts.keySet().retainAll(Set.of(FILTER, RAW));
    texts.computeIfPresent(FILTER, (key, policy) -> Policies.normal(policy));
    texts.remove(RAW, "false");
    return new Existing(new Attributes(texts), owner);
  }

  private String pendingRemark() {
    return desired().values().isEmpty()
        ? "waits for its confirmation"
        : "waits for its confirmation; only then SNS tells whether it is as the file says";
  }

  /** Its ARN, or {@link #PENDING}; empty when there is none. */
  private Optional<String> arn() {
    try {
      return sns
          .listSubscriptionsByTopicPaginator(request -> request.topicArn(topicArn))
          .subscriptions()
          .stream()
          .filter(each -> each.protocol().equals(subscription.to().protocol()))
          .filter(each -> each.endpoint().equals(subscription.to().endpoint()))
          .map(each -> each.subscriptionArn())
          .findFirst();
    } catch (NotFoundException noTopic) {
      return Optional.empty();
    }
  }

  /** Whether it waits for its endpoint's word. */
  boolean isPending() {
    return arn().filter(PENDING::equals).isPresent();
  }

  @Override
  public String create() {
    // first: a subscription nobody remembers would stay behind
    sns.tagResource(
        request ->
            request
                .resourceArn(topicArn)
                .tags(Tag.builder().key(tag()).value(subscription.to().protocol()).build()));
    sns.subscribe(
        request ->
            request
                .topicArn(topicArn)
                .protocol(subscription.to().protocol())
                .endpoint(subscription.to().endpoint())
                .attributes(desired().values())
                .returnSubscriptionArn(true));
    return isPending() ? "waits for its confirmation" : "";
  }

  @Override
  public void update(List<Difference> differences) {
    arn()
        .filter(arn -> !arn.equals(PENDING))
        .ifPresent(arn -> differences.forEach(difference -> set(arn, difference)));
  }

  private void set(String arn, Difference difference) {
    String none = difference.attribute().equals(RAW) ? "false" : "{}";
    sns.setSubscriptionAttributes(
        request ->
            request
                .subscriptionArn(arn)
                .attributeName(difference.attribute())
                .attributeValue(difference.to().orElse(none)));
  }

  @Override
  public void delete() {
    arn()
        .filter(arn -> !arn.equals(PENDING)) // SNS forgets it by itself
        .ifPresent(arn -> sns.unsubscribe(request -> request.subscriptionArn(arn)));
    sns.untagResource(request -> request.resourceArn(topicArn).tagKeys(tag()));
  }
}
