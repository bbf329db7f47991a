package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The operations on subscriptions. Each returns the content of its result element. */
final class SubscriptionOperations {
  private static final int PAGE = 100;

  private final Topics topics;
  private final Envelopes envelopes;
  private final Courier courier;
  private final String account;

  SubscriptionOperations(Topics topics, Envelopes envelopes, Courier courier, String account) {
    this.topics = requireNonNull(topics, "topics");
    this.envelopes = requireNonNull(envelopes, "envelopes");
    this.courier = requireNonNull(courier, "courier");
    this.account = requireNonNull(account, "account");
  }

  Consumer<Xml> subscribe(Form form) {
    Topic topic = topics.topic(required(form, "TopicArn"));
    Subscription subscription =
        topics.subscribe(
            topic.arn(),
            Protocol.parse(required(form, "Protocol")),
            form.text("Endpoint").orElseThrow(() -> SnsErrors.invalid("Endpoint")),
            form.map("Attributes.entry", "key", "value"));
    if (!subscription.confirmed()) {
      courier.send(envelopes.subscriptionConfirmation(topic, subscription));
    }
    boolean tellArn =
        subscription.confirmed()
            || Boolean.parseBoolean(form.text("ReturnSubscriptionArn", "false"));
    return xml ->
        xml.element("SubscriptionArn", tellArn ? subscription.arn() : "pending confirmation");
  }

  Consumer<Xml> confirm(Form form) {
    Subscription confirmed = topics.confirm(required(form, "TopicArn"), required(form, "Token"));
    return xml -> xml.element("SubscriptionArn", confirmed.arn());
  }

  Consumer<Xml> unsubscribe(Form form) {
    String arn = required(form, "SubscriptionArn");
    topics.subscriptions().stream()
        .filter(s -> s.arn().equals(arn) && s.confirmed() && s.protocol().isHttp())
        .forEach(
            s -> courier.send(envelopes.unsubscribeConfirmation(topics.topic(s.topicArn()), s)));
    topics.unsubscribe(arn);
    return xml -> {};
  }

  Consumer<Xml> list(Form form) {
    return list(topics.subscriptions(), form);
  }

  Consumer<Xml> listByTopic(Form form) {
    return list(topics.subscriptions(required(form, "TopicArn")), form);
  }

  Consumer<Xml> attributes(Form form) {
    Subscription subscription = topics.subscription(required(form, "SubscriptionArn"));
    Map<String, String> all = new LinkedHashMap<>();
    all.put("SubscriptionArn", subscription.arn());
    all.put("TopicArn", subscription.topicArn());
    all.put("Owner", account);
    all.put("Protocol", subscription.protocol().awsName());
    all.put("Endpoint", subscription.endpoint());
    all.put("PendingConfirmation", Boolean.toString(!subscription.confirmed()));
    all.put("ConfirmationWasAuthenticated", "false");
    all.put("RawMessageDelivery", "false");
    all.putAll(subscription.attributes());
    return xml -> AttributeXml.write(xml, all);
  }

  Consumer<Xml> setAttributes(Form form) {
    topics.change(
        required(form, "SubscriptionArn"),
        Map.of(required(form, "AttributeName"), form.text("AttributeValue", "")));
    return xml -> {};
  }

  private Consumer<Xml> list(List<Subscription> subscriptions, Form form) {
    Page<Subscription> page = Page.of(subscriptions, form.text("NextToken", ""), PAGE);
    return xml -> {
      xml.element(
          "Subscriptions",
          list ->
              page.items().forEach(one -> list.element("member", member -> write(member, one))));
      page.writeToken(xml);
    };
  }

  private void write(Xml xml, Subscription subscription) {
    xml.element("TopicArn", subscription.topicArn())
        .element("Protocol", subscription.protocol().awsName())
        .element(
            "SubscriptionArn",
            subscription.confirmed() ? subscription.arn() : "PendingConfirmation")
        .element("Owner", account)
        .element("Endpoint", subscription.endpoint());
  }

  private static String required(Form form, String name) {
    return form.text(name).orElseThrow(() -> SnsErrors.missing(name));
  }
}
