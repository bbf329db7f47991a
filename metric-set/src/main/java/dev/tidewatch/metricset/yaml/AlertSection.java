package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.Alert;
import dev.tidewatch.metricset.Alert.Subscriber;
import java.util.List;
import java.util.Optional;

/** The section {@code alert}. */
public final class AlertSection {
  private static final List<String> KEYS = List.of("threshold", "topic", "subscribers");
  private static final List<String> SUBSCRIBER_KEYS = List.of("protocol", "endpoint");
  private static final int MAX_SUBSCRIBERS = 100;

  private AlertSection() {}

  /** The alert; empty after problems were told. */
  public static Optional<Alert> read(YamlValue section) {
    return section.mapping(KEYS).flatMap(AlertSection::readKeys);
  }

  private static Optional<Alert> readKeys(YamlMapping keys) {
    int threshold =
        keys.optional("threshold")
            .flatMap(value -> value.wholeNumber(0, 100))
            .orElse(Alert.DEFAULT_THRESHOLD);
    List<Subscriber> subscribers =
        keys.optional("subscribers").map(AlertSection::readSubscribers).orElse(List.of());
    return keys.required("topic", "topic: anomalies")
        .flatMap(
            value ->
                value.as(
                    topic -> new Alert(threshold, topic, subscribers),
                    "Use the name of the SNS topic, not its ARN"));
  }

  private static List<Subscriber> readSubscribers(YamlValue value) {
    return value
        .list(0, MAX_SUBSCRIBERS, "List who is told, as in [{protocol: email, endpoint: a@b.org}]")
        .orElse(List.of())
        .stream()
        .flatMap(entry -> entry.mapping(SUBSCRIBER_KEYS).stream())
        .flatMap(keys -> readSubscriber(keys).stream())
        .toList();
  }

  private static Optional<Subscriber> readSubscriber(YamlMapping keys) {
    Optional<String> protocol =
        keys.required("protocol", "protocol: email")
            .flatMap(
                value ->
                    value.as(
                        AlertSection::knownProtocol,
                        "protocol",
                        "Use one of " + String.join(", ", Subscriber.PROTOCOLS)));
    Optional<String> endpoint =
        keys.required("endpoint", "endpoint: oncall@example.com")
            .flatMap(
                value ->
                    protocol.isEmpty()
                        ? Optional.empty()
                        : value.as(
                            text -> new Subscriber(protocol.get(), text).endpoint(),
                            "Use an e-mail address, URL, phone number or ARN, as the protocol asks"));
    return protocol.flatMap(known -> endpoint.map(target -> new Subscriber(known, target)));
  }

  private static Optional<String> knownProtocol(String text) {
    return Optional.of(text).filter(Subscriber.PROTOCOLS::contains);
  }
}
