package dev.tidewatch.setup.alert;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Sends samples as the detector server sends what it found: to topics, and to functions. */
public final class SampleSender {
  private final SnsClient sns;
  private final Supplier<LambdaClient> lambda;

  /**
   * @param lambda asked for only where an alert invokes a function
   */
  public SampleSender(SnsClient sns, Supplier<LambdaClient> lambda) {
    this.sns = requireNonNull(sns, "sns");
    this.lambda = requireNonNull(lambda, "lambda");
  }

  /**
   * Sends one.
   *
   * @return what the receiver calls it
   * @throws IllegalStateException when the function ran at once and failed
   */
  public String send(Sample sample) {
    Optional<String> topic = AlertBook.topic(sample.alert());
    return topic.isPresent()
        ? sns.publish(request(sample, topic.get())).messageId()
        : invoke(sample, AlertBook.recipient(sample.alert()));
  }

  /** Not waited for, as the server does not either: AWS has taken it then. */
  private String invoke(Sample sample, String function) {
    InvokeResponse answer =
        lambda
            .get()
            .invoke(
                request ->
                    request
                        .functionName(function)
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String(document(sample))));
    if (answer.functionError() != null) {
      throw new IllegalStateException(
          "the function failed (%s): %s"
              .formatted(answer.functionError(), answer.payload().asUtf8String()));
    }
    return String.valueOf(answer.responseMetadata().requestId());
  }

  private static String document(Sample sample) {
    return new ObjectMapper().valueToTree(sample.document()).toString();
  }

  private static PublishRequest request(Sample sample, String topic) {
    PublishRequest.Builder request =
        PublishRequest.builder()
            .topicArn(topic)
            .subject(sample.subject())
            .message(message(sample))
            .messageAttributes(attributes(sample));
    if (topic.endsWith(".fifo")) {
      request
          .messageGroupId(sample.attributes().get("groupId"))
          .messageDeduplicationId(sample.attributes().get("groupId"));
    }
    return request.build();
  }

  private static String message(Sample sample) {
    SnsFormat format = sample.alert().action().snsConfiguration().snsFormat();
    if (format == SnsFormat.LONG_TEXT) {
      return sample.longText();
    }
    return format == SnsFormat.SHORT_TEXT ? sample.shortText() : document(sample);
  }

  private static Map<String, MessageAttributeValue> attributes(Sample sample) {
    Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
    sample
        .attributes()
        .forEach(
            (key, value) ->
                attributes.put(
                    key,
                    MessageAttributeValue.builder()
                        .dataType(key.equals("severity") ? "Number" : "String")
                        .stringValue(value)
                        .build()));
    return attributes;
  }
}
