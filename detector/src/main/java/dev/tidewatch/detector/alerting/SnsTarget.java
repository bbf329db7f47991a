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
          .messageGroupId(shortId(parcel.attributes().getOrDefault("groupId", recipient.arn())))
          .messageDeduplicationId(shortId(parcel.eventId()));
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

  /** Ids of FIFO topics have 128 characters at most. */
  private static String shortId(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
