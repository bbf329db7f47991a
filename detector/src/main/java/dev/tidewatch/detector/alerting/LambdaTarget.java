package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Functions, given the JSON document as their event. They are invoked asynchronously ({@code
 * Event}), as the original did: Lambda has taken the message then, and itself tries again when the
 * function fails. What stands in for Lambda may run the function at once and tell that it failed:
 * then it is for us to try again. The client's own credentials invoke; a recipient's role is not
 * assumed.
 */
public final class LambdaTarget implements Target {
  private final LambdaClient lambda;

  public LambdaTarget(LambdaClient lambda) {
    this.lambda = requireNonNull(lambda, "lambda");
  }

  @Override
  public String deliver(Recipient recipient, Parcel parcel) throws Undeliverable {
    InvokeRequest request =
        InvokeRequest.builder()
            .functionName(recipient.arn())
            .invocationType(InvocationType.EVENT)
            .payload(SdkBytes.fromUtf8String(parcel.body()))
            .build();
    InvokeResponse answer = ServiceAnswer.of(() -> lambda.invoke(request));
    if (answer.functionError() != null) {
      throw Undeliverable.forNow(
          "the function failed (%s): %s"
              .formatted(answer.functionError(), answer.payload().asUtf8String()));
    }
    return String.valueOf(answer.responseMetadata().requestId());
  }
}
