package dev.tidewatch.setup.blueprint;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.metricset.Alert;
import dev.tidewatch.metricset.Alert.Subscriber;
import dev.tidewatch.metricset.yaml.AlertSection;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section {@code topics}, and the topic of the short section {@code alert}. */
final class TopicsSection {
  private static final List<String> KEYS = List.of("name", "displayName", "kmsKey", "subscribers");
  private static final List<String> SUBSCRIBER_KEYS =
      List.of("protocol", "endpoint", "filter", "raw");
  private static final int MAX_TOPICS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a topic's tags can remember as subscribed by us. */
  static final int MAX_SUBSCRIBERS = 40;

  private static final int MAX_FILTER_KEYS = 5;
  private static final int MAX_DISPLAY_NAME = 100;

  List<Topic> read(YamlMapping file) {
    List<Topic> topics = new ArrayList<>();
    file.optional("alert")
        .flatMap(AlertSection::read)
        .map(TopicsSection::of)
        .ifPresent(topics::add);
    file
        .optional("topics")
        .flatMap(value -> value.list(0, MAX_TOPICS, "List them as in [{name: anomalies}]"))
        .orElse(List.of())
        .stream()
        .flatMap(value -> value.mapping(KEYS).stream())
        .forEach(
            keys ->
                topic(keys)
                    .ifPresent(
                        topic ->
                            Texts.addNamed(topics, topic, Topic::name, keys.place(), "topics")));
    return topics;
  }

  private static Topic of(Alert alert) {
    return new Topic(
        alert.topic(),
        Optional.empty(),
        Optional.empty(),
        alert.subscribers().stream().map(Subscription::of).toList());
  }

  private static Optional<Topic> topic(YamlMapping keys) {
    Optional<String> displayName = keys.optional("displayName").flatMap(TopicsSection::displayName);
    Optional<String> kmsKey =
        keys.optional("kmsKey").flatMap(value -> value.text("Use a key's id, alias or ARN"));
    List<Subscription> subscriptions =
        keys.optional("subscribers").map(TopicsSection::subscriptions).orElse(List.of());
    return keys.required("name", "name: anomalies")
        .flatMap(
            value ->
                value.as(
                    name -> new Topic(name, displayName, kmsKey, subscriptions),
                    "Use the name of the SNS topic, not its ARN"));
  }

  private static Optional<String> displayName(YamlValue value) {
    return value.as(
        text -> Optional.of(text).filter(name -> name.length() <= MAX_DISPLAY_NAME),
        "short name",
        "Use up to " + MAX_DISPLAY_NAME + " characters");
  }

  private static List<Subscription> subscriptions(YamlValue section) {
    return section
        .list(0, MAX_SUBSCRIBERS, "List who is told, as in [{protocol: email, endpoint: a@b.org}]")
        .orElse(List.of())
        .stream()
        .flatMap(value -> value.mapping(SUBSCRIBER_KEYS).stream())
        .flatMap(keys -> subscription(keys).stream())
        .toList();
  }

  private static Optional<Subscription> subscription(YamlMapping keys) {
    Optional<String> protocol =
        keys.required("protocol", "protocol: email")
            .flatMap(value -> Texts.word(value, "protocol of topics", Subscriber.PROTOCOLS));
    Optional<String> endpoint =
        keys.required("endpoint", "endpoint: oncall@example.com")
            .flatMap(value -> value.text("Put the endpoint in quotes"));
    Optional<String> filter = keys.optional("filter").flatMap(TopicsSection::filter);
    boolean raw = keys.optional("raw").flatMap(YamlValue::flag).orElse(false);
    return protocol.flatMap(
        kind ->
            endpoint.flatMap(
                to ->
                    keys.place()
                        .attempt(
                            () -> new Subscription(new Subscriber(kind, to), filter, raw),
                            "Write it as SNS does")));
  }

  /** {@code {severity: [{numeric: [">=", 90]}], state: [opened]}} as SNS's JSON. */
  private static Optional<String> filter(YamlValue section) {
    Map<String, YamlValue> keys =
        section
            .entries(MAX_FILTER_KEYS, "Write it as {severityClass: [critical]}")
            .orElse(Map.of());
    keys.values().forEach(value -> value.list(1, 150, "List what passes, as in [critical, major]"));
    return section
        .plain()
        .filter(map -> !keys.isEmpty())
        .map(map -> JSON.valueToTree(map).toString());
  }
}
