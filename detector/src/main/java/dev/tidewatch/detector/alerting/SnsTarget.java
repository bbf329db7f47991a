package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.MessageAttributes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Topics. The client's own credentials publish; a recipient's role is not assumed. */
public final class SnsTarget implements Target {
  private static final String FIFO = ".fifo";

  /** What is told of a detector's data keeps its order, too. */
  private static final String NO_GROUP = "data";

  private static final int LONGEST_ID = 128;

  private final SnsClient sns;

  public SnsTarget(SnsClient sns) {
    this.sns = requireNonNull(sns, "sns");
  }

  @Override
  public String deliver(Recipient recipient, Parcel parcel) throws Undeliverable {
    PublishRequest.Builder request =
        PublishRequest.builder()
            .topicArn(recipient.arn())
            .subject(parcel.subject())
            .message(parcel.body())
            .messageAttributes(attributes(parcel.attributes()));
    if (recipient.arn().endsWith(FIFO)) {
      request
          .messageGroupId(id(parcel.attributes().getOrDefault("groupId", NO_GROUP)))
          .messageDeduplicationId(id(parcel.eventId()));
    }
    return ServiceAnswer.of(() -> sns.publish(request.build()).messageId());
  }

  private static Map<String, MessageAttributeValue> attributes(Map<String, String> attributes) {
    Map<String, MessageAttributeValue> values = new HashMap<>();
    attributes.forEach(
        (name, value) ->
            values.put(
                name,
                MessageAttributeValue.builder()
                    .dataType(name.equals(MessageAttributes.SEVERITY) ? "Number" : "String")
                    .stringValue(value)
                    .build()));
    return values;
  }

  /** Ids of FIFO topics have 128 characters at most; a longer one stands for itself as a digest. */
  private static String id(String text) {
    return text.length() <= LONGEST_ID
        ? text
        : UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
