package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber of a topic. A change makes a new one.
 *
 * @param token what confirms it
 * @param attributes those its owner set, by AWS's names
 */
record Subscription(
    String arn,
    String topicArn,
    Protocol protocol,
    String endpoint,
    String token,
    boolean confirmed,
    Map<String, String> attributes) {
  private static final String FILTER_POLICY = "FilterPolicy";
  private static final String FILTER_POLICY_SCOPE = "FilterPolicyScope";
  private static final String RAW = "RawMessageDelivery";
  private static final String REDRIVE_POLICY = "RedrivePolicy";
  private static final Set<String> NAMES =
      Set.of(
          FILTER_POLICY,
          FILTER_POLICY_SCOPE,
          RAW,
          REDRIVE_POLICY,
          "DeliveryPolicy",
          "SubscriptionRoleArn");
  private static final ObjectMapper JSON = new ObjectMapper();

  Subscription {
    requireNonNull(arn, "arn");
    requireNonNull(topicArn, "topicArn");
    requireNonNull(protocol, "protocol");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(token, "token");
    attributes = Map.copyOf(attributes);
  }

  Subscription confirm() {
    return new Subscription(arn, topicArn, protocol, endpoint, token, true, attributes);
  }

  /** With some attributes changed; an empty text takes one away. */
  Subscription with(Map<String, String> changes) {
    Map<String, String> changed = new TreeMap<>(attributes);
    changes.forEach(
        (name, value) -> {
          if (!NAMES.contains(name)) {
            throw SnsErrors.invalidAttribute(name);
          }
          if (value.isEmpty()) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    Subscription result =
        new Subscription(arn, topicArn, protocol, endpoint, token, confirmed, changed);
    result.checkAttributes();
    return result;
  }

  boolean isRaw() {
    return Boolean.parseBoolean(attributes.get(RAW));
  }

  boolean wants(Publication publication) {
    return filterPolicy()
        .map(
            policy ->
                scope() == FilterPolicy.Scope.BODY
                    ? policy.acceptsBody(publication.message(protocol))
                    : policy.acceptsAttributes(publication.attributes()))
        .orElse(true);
  }

  /** The queue for messages that could not be delivered. */
  Optional<String> deadLetterQueueArn() {
    return Optional.ofNullable(attributes.get(REDRIVE_POLICY)).map(Subscription::deadLetterTarget);
  }

  private Optional<FilterPolicy> filterPolicy() {
    return Optional.ofNullable(attributes.get(FILTER_POLICY))
        .map(policy -> FilterPolicy.parse(policy, scope()));
  }

  private FilterPolicy.Scope scope() {
    return FilterPolicy.Scope.parse(
        attributes.getOrDefault(FILTER_POLICY_SCOPE, "MessageAttributes"));
  }

  private void checkAttributes() {
    FilterPolicy.Scope unusedScope = scope();
    Optional<FilterPolicy> unusedPolicy = filterPolicy();
    Optional<String> unusedQueue = deadLetterQueueArn();
    @Nullable String raw = attributes.get(RAW);
    if (raw != null && !raw.equalsIgnoreCase("true") && !raw.equalsIgnoreCase("false")) {
      throw SnsErrors.invalid(RAW + ": '" + raw + "' is neither true nor false");
    }
    if (isRaw()
        && (protocol.isEmail() || protocol == Protocol.SMS || protocol == Protocol.LAMBDA)) {
      throw SnsErrors.invalid(
          "Attributes Reason: Delivery protocol ["
              + protocol.awsName()
              + "] does not support raw"
              + " message delivery.");
    }
  }

  private static String deadLetterTarget(String policy) {
    try {
      JsonNode target = JSON.readTree(policy).path("deadLetterTargetArn");
      if (!target.asText().startsWith("arn:aws:sqs:")) {
        throw SnsErrors.invalid("RedrivePolicy: deadLetterTargetArn is to be the ARN of a queue");
      }
      return target.asText();
    } catch (JsonProcessingException broken) {
      throw SnsErrors.invalid("RedrivePolicy: failed to parse JSON");
    }
  }
}
