package dev.tidewatch.setup.alert;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Somebody subscribed to a topic.
 *
 * @param topic the topic's ARN
 * @param protocol such as {@code email}
 * @param endpoint such as {@code oncall@example.com}
 * @param arn the subscription's; empty until the endpoint has confirmed it
 */
public record Hearer(String topic, String protocol, String endpoint, Optional<String> arn) {
  public Hearer {
    requireNonNull(topic, "topic");
    requireNonNull(protocol, "protocol");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(arn, "arn");
  }

  /** Whether it waits for its endpoint's word, and hears nothing until then. */
  public boolean isPending() {
    return arn.isEmpty();
  }
}
