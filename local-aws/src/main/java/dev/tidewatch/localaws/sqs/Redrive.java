package dev.tidewatch.localaws.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * Where a queue's messages go that were received too often.
 *
 * @param maxReceiveCount how often a message may be received before it is moved
 */
record Redrive(String deadLetterQueueArn, int maxReceiveCount) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Optional<Redrive> of(QueueSettings settings) {
    return Optional.ofNullable(settings.values().get(QueueSettings.REDRIVE_POLICY))
        .map(Redrive::parse);
  }

  boolean isDue(int receiveCount) {
    return receiveCount > maxReceiveCount;
  }

  static Redrive parse(String policy) {
    try {
      JsonNode parsed = JSON.readTree(policy);
      String arn = parsed.path("deadLetterTargetArn").asText();
      int most = parsed.path("maxReceiveCount").asInt();
      if (arn.isEmpty() || most < 1 || most > 1_000) {
        throw invalid(policy);
      }
      return new Redrive(arn, most);
    } catch (JsonProcessingException broken) {
      throw invalid(policy);
    }
  }

  private static RuntimeException invalid(String policy) {
    return SqsError.INVALID_ATTRIBUTE_VALUE.because(
        "a RedrivePolicy is JSON with deadLetterTargetArn and maxReceiveCount (1 to 1000), not "
            + policy);
  }
}
