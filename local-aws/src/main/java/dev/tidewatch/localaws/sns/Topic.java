package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.AwsException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A topic. A change makes a new one.
 *
 * @param attributes those its owner set, by AWS's names
 */
record Topic(String arn, Map<String, String> attributes, Map<String, String> tags) {
  private static final String SIGNATURE_VERSION = "SignatureVersion";
  private static final Set<String> NAMES =
      Set.of(
          "DisplayName",
          "Policy",
          "DeliveryPolicy",
          "KmsMasterKeyId",
          SIGNATURE_VERSION,
          "TracingConfig",
          "FifoTopic",
          "ContentBasedDeduplication",
          "ArchivePolicy");
  private static final int MAX_TAGS = 50;

  Topic {
    requireNonNull(arn, "arn");
    attributes = Map.copyOf(attributes);
    tags = Map.copyOf(tags);
    for (String name : attributes.keySet()) {
      boolean feedback =
          name.matches("(HTTP|SQS|Lambda|Firehose|Application)(Success|Failure)Feedback.*");
      if (!NAMES.contains(name) && !feedback) {
        throw SnsErrors.invalidAttribute(name);
      }
    }
    String version = attributes.getOrDefault(SIGNATURE_VERSION, "1");
    if (!version.equals("1") && !version.equals("2")) {
      throw SnsErrors.invalid("SignatureVersion: '" + version + "' is neither 1 nor 2");
    }
    if (tags.size() > MAX_TAGS) {
      throw new AwsException(400, "TagLimitExceeded", "a topic has at most " + MAX_TAGS + " tags");
    }
  }

  Topic withAttribute(String name, String value) {
    Map<String, String> changed = new TreeMap<>(attributes);
    changed.put(name, value);
    return new Topic(arn, changed, tags);
  }

  Topic withTags(Map<String, String> changed) {
    return new Topic(arn, attributes, changed);
  }

  /** "1" for SHA-1, "2" for SHA-256. */
  String signatureVersion() {
    return attributes.getOrDefault(SIGNATURE_VERSION, "1");
  }
}
