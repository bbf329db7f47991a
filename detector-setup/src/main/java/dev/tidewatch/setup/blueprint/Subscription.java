package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.Alert.Subscriber;
import java.util.Optional;

/**
 * Who hears of what is sent to a topic.
 *
 * @param to the protocol and the endpoint
 * @param filterPolicy which messages, as the JSON of an SNS filter policy; all when empty
 * @param raw whether queues and web services get the message alone, without SNS's envelope
 */
public record Subscription(Subscriber to, Optional<String> filterPolicy, boolean raw) {
  public Subscription {
    requireNonNull(to, "to");
    requireNonNull(filterPolicy, "filterPolicy");
  }

  /** Hears of everything, in SNS's envelope. */
  public static Subscription of(Subscriber to) {
    return new Subscription(to, Optional.empty(), false);
  }
}
