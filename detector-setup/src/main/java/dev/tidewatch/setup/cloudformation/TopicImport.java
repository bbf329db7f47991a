package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.metricset.Alert.Subscriber;
import dev.tidewatch.setup.blueprint.Subscription;
import dev.tidewatch.setup.blueprint.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes topics of {@code AWS::SNS::Topic} and {@code AWS::SNS::Subscription}. */
final class TopicImport {
  static final String SUBSCRIPTION = "AWS::SNS::Subscription";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "TopicName";
  private static final Set<String> TOPIC_PROPERTIES =
      Set.of(NAME, "DisplayName", "KmsMasterKeyId", "Subscription");
  private static final Set<String> SUBSCRIPTION_PROPERTIES =
      Set.of("Protocol", "Endpoint", "FilterPolicy", "RawMessageDelivery");

  private final Template template;
  private final Expressions expressions;
  private final Findings findings;
  private final Resources resources;

  TopicImport(Template template, Expressions expressions, Findings findings, Resources resources) {
    this.template = template;
    this.expressions = expressions;
    this.findings = findings;
    this.resources = resources;
  }

  boolean isTopic(String id) {
    return template.type(id).equals(References.TOPIC);
  }

  /** What the file calls a topic: its name, or its logical id. */
  String name(String id) {
    resources.take(id);
    return value(id, NAME)
        .map(JsonNode::asText)
        .orElseGet(
            () -> {
              findings.say("Resources." + id + " has no " + NAME + ": the topic is called " + id);
              return id;
            });
  }

  private Optional<JsonNode> value(String id, String property) {
    JsonNode written = template.resource(id).path("Properties").path(property);
    return written.isMissingNode()
        ? Optional.empty()
        : expressions.told(written, Template.properties(id) + "." + property);
  }

  /** A topic with those who hear of it. */
  Optional<Topic> read(String id) {
    String path = Template.properties(id);
    List<Subscription> subscriptions = new ArrayList<>();
    JsonNode inline =
        value(id, "Subscription").orElse(template.section("there are no subscriptions"));
    for (int i = 0; inline.isArray() && i < inline.size(); i++) {
      subscription(inline.get(i), path + ".Subscription[" + i + "]").ifPresent(subscriptions::add);
    }
    for (String other : template.resources(SUBSCRIPTION)) {
      JsonNode topic = template.resource(other).path("Properties").path("TopicArn");
      if (expressions.resource(topic).equals(Optional.of(id)) && resources.isThere(other)) {
        resources.take(other);
        subscription(other).ifPresent(subscriptions::add);
      }
    }
    tellOthers(template.resource(id).path("Properties"), TOPIC_PROPERTIES, path);
    try {
      return Optional.of(
          new Topic(
              name(id),
              value(id, "DisplayName").map(JsonNode::asText),
              value(id, "KmsMasterKeyId").map(JsonNode::asText),
              subscriptions.stream().distinct().toList()));
    } catch (IllegalArgumentException wrong) {
      findings.problem(template.place(path + "." + NAME), String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Subscription> subscription(String id) {
    String path = Template.properties(id);
    JsonNode written = template.resource(id).path("Properties").deepCopy();
    if (written instanceof ObjectNode own) {
      own.remove("TopicArn");
    }
    return expressions.told(written, path).flatMap(values -> subscription(values, path));
  }

  private Optional<Subscription> subscription(JsonNode values, String path) {
    tellOthers(values, SUBSCRIPTION_PROPERTIES, path);
    String protocol = values.path("Protocol").asText();
    String endpoint = values.path("Endpoint").asText();
    if (!Subscriber.PROTOCOLS.contains(protocol)) {
      findings.leftOut(
          template.place(path) + " (" + protocol + " " + endpoint + ")",
          "subscribers are of the protocols " + String.join(", ", Subscriber.PROTOCOLS));
      return Optional.empty();
    }
    Optional<String> policy = policy(values.path("FilterPolicy"), path + ".FilterPolicy");
    try {
      return Optional.of(
          new Subscription(
              new Subscriber(protocol, endpoint),
              policy,
              values.path("RawMessageDelivery").asText().equals("true")));
    } catch (IllegalArgumentException wrong) {
      findings.problem(template.place(path), String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  /** A filter policy, written as a mapping or as the JSON of one. */
  private Optional<String> policy(JsonNode written, String path) {
    if (written.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode policy = written;
    try {
      policy = written.isTextual() ? JSON.readTree(written.asText()) : written;
    } catch (JsonProcessingException noJson) {
      // told below
    }
    if (!policy.isObject()) {
      findings.problem(template.place(path), "is no filter policy: it is a mapping of lists");
      return Optional.empty();
    }
    return Optional.of(policy.toString());
  }

  private void tellOthers(JsonNode values, Set<String> known, String path) {
    values
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                findings.leftOut(
                    template.place(path + "." + key), "the file's topics have no such member");
              }
            });
  }
}
