package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/**
 * Functions, given the JSON document as their event. They are invoked asynchronously ({@code
 * Event}), as the original did: Lambda has taken the message then, and itself tries again when the
 * function fails. The client's own credentials invoke; a recipient's role is not assumed.
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
    return ServiceAnswer.of(
        () -> String.valueOf(lambda.invoke(request).responseMetadata().requestId()));
  }
}
