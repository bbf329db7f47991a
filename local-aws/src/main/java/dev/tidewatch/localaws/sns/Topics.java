package dev.tidewatch.localaws.sns;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The topics of one account and region and who subscribed to them. Safe for many threads. */
final class Topics {
  private final String arnPrefix;
  private final Map<String, Topic> topics = new TreeMap<>();
  private final Map<String, Subscription> subscriptions = new TreeMap<>();
  private final Map<String, Integer> unsubscribed = new TreeMap<>();

  Topics(String region, String account) {
    this.arnPrefix = "arn:aws:sns:" + region + ":" + account + ":";
  }

  /** Makes the topic; the same again when it is there with these attributes and tags. */
  synchronized Topic create(String name, Map<String, String> attributes, Map<String, String> tags) {
    if (!name.matches("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo")) {
      throw SnsErrors.invalid("Topic Name: '" + name + "'");
    }
    Topic wanted = new Topic(arnPrefix + name, attributes, tags);
    @Nullable Topic there = topics.get(wanted.arn());
    if (there == null) {
      topics.put(wanted.arn(), wanted);
      return wanted;
    }
    if (!there.attributes().entrySet().containsAll(attributes.entrySet())) {
      throw SnsErrors.invalid("Attributes Reason: Topic already exists with different attributes");
    }
    if (!tags.isEmpty() && !there.tags().equals(tags)) {
      throw SnsErrors.invalid("Tags Reason: Topic already exists with different tags");
    }
    return there;
  }

  /** Deletes the topic with its subscriptions; one that is gone already is no error. */
  synchronized void delete(String arn) {
    topics.remove(arn);
    unsubscribed.remove(arn);
    subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(arn));
  }

  synchronized Topic topic(String arn) {
    return find(arn).orElseThrow(SnsErrors::topicNotFound);
  }

  synchronized Optional<Topic> find(String arn) {
    return Optional.ofNullable(topics.get(arn));
  }

  synchronized Topic change(String arn, UnaryOperator<Topic> change) {
    Topic changed = change.apply(topic(arn));
    topics.put(arn, changed);
    return changed;
  }

  synchronized List<Topic> topics() {
    return List.copyOf(topics.values());
  }

  /** A subscription to be confirmed, or the one this endpoint has already. */
  synchronized Subscription subscribe(
      String topicArn, Protocol protocol, String endpoint, Map<String, String> attributes) {
    topic(topicArn);
    protocol.checkEndpoint(endpoint);
    Optional<Subscription> there = find(topicArn, protocol, endpoint);
    Subscription wanted =
        there.orElseGet(() -> unconfirmed(topicArn, protocol, endpoint)).with(attributes);
    if (there.isPresent() && there.get().confirmed() && !there.get().equals(wanted)) {
      throw SnsErrors.invalid(
          "Attributes Reason: Subscription already exists with different attributes");
    }
    subscriptions.put(wanted.arn(), wanted);
    return wanted;
  }

  synchronized Subscription confirm(String topicArn, String token) {
    topic(topicArn);
    Subscription confirmed =
        subscriptions.values().stream()
            .filter(s -> s.topicArn().equals(topicArn) && s.token().equals(token))
            .findFirst()
            .orElseThrow(() -> SnsErrors.invalid("Token"))
            .confirm();
    subscriptions.put(confirmed.arn(), confirmed);
    return confirmed;
  }

  /** Ends the subscription; one that is gone already is no error. */
  synchronized void unsubscribe(String arn) {
    @Nullable Subscription gone = subscriptions.remove(arn);
    if (gone != null) {
      unsubscribed.merge(gone.topicArn(), 1, Integer::sum);
    }
  }

  synchronized Subscription subscription(String arn) {
    @Nullable Subscription subscription = subscriptions.get(arn);
    if (subscription == null) {
      throw SnsErrors.subscriptionNotFound();
    }
    return subscription;
  }

  synchronized void change(String arn, Map<String, String> attributes) {
    subscriptions.put(arn, subscription(arn).with(attributes));
  }

  synchronized List<Subscription> subscriptions() {
    return subscriptions.values().stream()
        .sorted(Comparator.comparing(Subscription::topicArn))
        .toList();
  }

  synchronized List<Subscription> subscriptions(String topicArn) {
    topic(topicArn);
    return subscriptions.values().stream().filter(s -> s.topicArn().equals(topicArn)).toList();
  }

  synchronized int unsubscribed(String topicArn) {
    return unsubscribed.getOrDefault(topicArn, 0);
  }

  private Optional<Subscription> find(String topicArn, Protocol protocol, String endpoint) {
    return subscriptions.values().stream()
        .filter(
            s ->
                s.topicArn().equals(topicArn)
                    && s.protocol() == protocol
                    && s.endpoint().equals(endpoint))
        .findFirst();
  }

  private static Subscription unconfirmed(String topicArn, Protocol protocol, String endpoint) {
    String token = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    return new Subscription(
        topicArn + ":" + UUID.randomUUID(),
        topicArn,
        protocol,
        endpoint,
        token,
        !protocol.mustBeConfirmed(),
        Map.of());
  }
}
