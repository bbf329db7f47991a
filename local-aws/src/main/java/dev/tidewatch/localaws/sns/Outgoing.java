package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A message on its way to one subscriber.
 *
 * @param subject of a mail
 * @param body what is sent: the envelope, or the plain message
 * @param attributes those that travel outside of the body
 */
record Outgoing(
    Subscription subscription,
    MessageType type,
    String messageId,
    String subject,
    String body,
    boolean raw,
    Map<String, MessageAttribute> attributes) {
  Outgoing {
    requireNonNull(subscription, "subscription");
    requireNonNull(type, "type");
    requireNonNull(messageId, "messageId");
    requireNonNull(subject, "subject");
    requireNonNull(body, "body");
    attributes = Map.copyOf(attributes);
  }
}
