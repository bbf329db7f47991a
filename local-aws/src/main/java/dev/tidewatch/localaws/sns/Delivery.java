package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

/**
 * What became of one message to one subscriber.
 *
 * @param body what was sent, or was to be sent
 * @param attempts how often it was tried so far
 * @param problem why the last attempt failed; empty when it did not
 */
public record Delivery(
    String messageId,
    String subscriptionArn,
    Protocol protocol,
    String endpoint,
    String body,
    State state,
    int attempts,
    String problem) {
  public Delivery {
    requireNonNull(messageId, "messageId");
    requireNonNull(subscriptionArn, "subscriptionArn");
    requireNonNull(protocol, "protocol");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(body, "body");
    requireNonNull(state, "state");
    requireNonNull(problem, "problem");
  }

  /** Where a delivery stands. */
  public enum State {
    /** Not tried yet, or to be tried again. */
    PENDING,
    DELIVERED,
    /** Given up; in the dead-letter queue if the subscription has one. */
    FAILED
  }

  static Delivery pending(Outgoing message) {
    return of(message, State.PENDING, 0, "");
  }

  static Delivery of(Outgoing message, State state, int attempts, String problem) {
    Subscription to = message.subscription();
    return new Delivery(
        message.messageId(),
        to.arn(),
        to.protocol(),
        to.endpoint(),
        message.body(),
        state,
        attempts,
        problem);
  }
}
