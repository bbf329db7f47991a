package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations on topics and their tags. Each returns the content of its result element. */
final class TopicOperations {
  private static final int PAGE = 100;

  private final Topics topics;
  private final String account;

  TopicOperations(Topics topics, String account) {
    this.topics = requireNonNull(topics, "topics");
    this.account = requireNonNull(account, "account");
  }

  Consumer<Xml> create(Form form) {
    String name = form.text("Name").orElseThrow(() -> SnsErrors.missing("Name"));
    Topic topic = topics.create(name, form.map("Attributes.entry", "key", "value"), tags(form));
    return xml -> xml.element("TopicArn", topic.arn());
  }

  Consumer<Xml> delete(Form form) {
    topics.delete(arn(form));
    return xml -> {};
  }

  Consumer<Xml> list(Form form) {
    Page<Topic> page = Page.of(topics.topics(), form.text("NextToken", ""), PAGE);
    return xml -> {
      xml.element(
          "Topics",
          list ->
              page.items()
                  .forEach(
                      topic ->
                          list.element("member", one -> one.element("TopicArn", topic.arn()))));
      page.writeToken(xml);
    };
  }

  Consumer<Xml> attributes(Form form) {
    Map<String, String> attributes = attributes(topics.topic(arn(form)));
    return xml -> AttributeXml.write(xml, attributes);
  }

  Consumer<Xml> setAttributes(Form form) {
    String name = form.text("AttributeName").orElseThrow(() -> SnsErrors.missing("AttributeName"));
    topics.change(arn(form), topic -> topic.withAttribute(name, form.text("AttributeValue", "")));
    return xml -> {};
  }

  Consumer<Xml> tag(Form form) {
    Map<String, String> added = tags(form);
    topics.change(
        tagged(form).arn(),
        topic -> {
          Map<String, String> changed = new TreeMap<>(topic.tags());
          changed.putAll(added);
          return topic.withTags(changed);
        });
    return xml -> {};
  }

  Consumer<Xml> untag(Form form) {
    List<String> removed = form.list("TagKeys.member");
    topics.change(
        tagged(form).arn(),
        topic -> {
          Map<String, String> changed = new TreeMap<>(topic.tags());
          changed.keySet().removeAll(removed);
          return topic.withTags(changed);
        });
    return xml -> {};
  }

  Consumer<Xml> listTags(Form form) {
    Map<String, String> tags = new TreeMap<>(tagged(form).tags());
    return xml ->
        xml.element(
            "Tags",
            list ->
                tags.forEach(
                    (key, value) ->
                        list.element(
                            "member", tag -> tag.element("Key", key).element("Value", value))));
  }

  private Map<String, String> attributes(Topic topic) {
    List<Subscription> subscriptions = topics.subscriptions(topic.arn());
    long confirmed = subscriptions.stream().filter(Subscription::confirmed).count();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("TopicArn", topic.arn());
    all.put("Owner", account);
    all.put("DisplayName", "");
    all.put("Policy", ownersPolicy(topic.arn()));
    all.put("SubscriptionsConfirmed", Long.toString(confirmed));
    all.put("SubscriptionsPending", Long.toString(subscriptions.size() - confirmed));
    all.put("SubscriptionsDeleted", Integer.toString(topics.unsubscribed(topic.arn())));
    all.putAll(topic.attributes());
    return all;
  }

  // What AWS gives a topic that was made without a policy.
  private String ownersPolicy(String arn) {
    String actions =
        Stream.of(
                "GetTopicAttributes",
                "SetTopicAttributes",
                "AddPermission",
                "RemovePermission",
                "DeleteTopic",
                "Subscribe",
                "ListSubscriptionsByTopic",
                "Publish")
            .map(action -> "\"SNS:" + action + "\"")
            .collect(Collectors.joining(","));
    return "{\"Version\":\"2008-10-17\",\"Id\":\"__default_policy_ID\",\"Statement\":[{"
        + "\"Sid\":\"__default_statement_ID\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},"
        + "\"Action\":["
        + actions
        + "],\"Resource\":\""
        + arn
        + "\",\"Condition\":{\"StringEquals\":{\"AWS:SourceOwner\":\""
        + account
        + "\"}}}]}";
  }

  private Topic tagged(Form form) {
    return topics.find(form.text("ResourceArn", "")).orElseThrow(SnsErrors::resourceNotFound);
  }

  private static String arn(Form form) {
    return form.text("TopicArn").orElseThrow(() -> SnsErrors.missing("TopicArn"));
  }

  private static Map<String, String> tags(Form form) {
    return form.map("Tags.member", "Key", "Value");
  }
}
