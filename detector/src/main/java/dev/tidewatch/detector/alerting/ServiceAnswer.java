package dev.tidewatch.detector.alerting;

import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sorts an AWS service's refusals. What only a user can cure is for good: no permission, no such
 * topic, function or key, a message it cannot take. All else may pass, even credentials that have
 * run out.
 */
final class ServiceAnswer {
  private static final Set<String> FOR_GOOD =
      Set.of(
          "AuthorizationError",
          "AccessDenied",
          "AccessDeniedException",
          "NotFound",
          "NotFoundException",
          "ResourceNotFoundException",
          "InvalidParameter",
          "InvalidParameterValue",
          "InvalidParameterValueException",
          "InvalidRequestContentException",
          "RequestTooLargeException",
          "ValidationException",
          "InvalidSecurity",
          "EndpointDisabled",
          "KMSAccessDenied",
          "KMSAccessDeniedException",
          "KMSDisabled",
          "KMSDisabledException",
          "KMSNotFound",
          "KMSNotFoundException");

  private ServiceAnswer() {}

  static <T> T of(Supplier<T> call) throws Undeliverable {
    try {
      return call.get();
    } catch (AwsServiceException refusal) {
      throw sorted(refusal);
    } catch (SdkException | IllegalArgumentException failure) {
      throw Undeliverable.forNow(failure.toString(), failure);
    }
  }

  private static Undeliverable sorted(AwsServiceException refusal) {
    String code = refusal.awsErrorDetails() == null ? "" : refusal.awsErrorDetails().errorCode();
    String message = String.valueOf(refusal.getMessage());
    return code != null && FOR_GOOD.contains(code)
        ? Undeliverable.forGood(message, refusal)
        : Undeliverable.forNow(message, refusal);
  }
}
