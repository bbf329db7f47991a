package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.QuotaExcess;
import dev.tidewatch.detector.catalog.Refusal;
import dev.tidewatch.detector.intake.DatasetCheck;
import dev.tidewatch.detector.wire.ApiError;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionField;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionReason;

/** Says in the API's errors what the catalogue and the intake refuse. */
final class Refusals {
  private Refusals() {}

  /**
   * @param arn of the detector that stands in the way
   */
  static ApiError error(Refusal refusal, String arn) {
    return switch (refusal.kind()) {
      case CONFLICT -> ApiError.conflict(sentence(refusal.message()), ResourceKind.DETECTOR, arn);
      case VALIDATION -> wrong(refusal.message());
    };
  }

  /**
   * @param arn of what there would be one too many of, or which would have too much
   */
  static ApiError error(QuotaExcess excess, String arn) {
    return ApiError.quotaExceeded(
        sentence(excess.message()), excess.code(), excess.resourceType(), arn);
  }

  static ApiError nameTaken(String kind, String arn) {
    return ApiError.conflict(
        "There is already such a resource: " + arn + ". Choose another name.", kind, arn);
  }

  /** The request keeps to the model, but not with what is there. */
  static ApiError wrong(String message) {
    return ApiError.validation(ValidationExceptionReason.OTHER, sentence(message));
  }

  static ApiError wrong(List<DatasetCheck.Problem> problems) {
    return ApiError.validation(
        problems.stream()
            .map(
                problem ->
                    ValidationExceptionField.builder()
                        .name(problem.field())
                        .message(problem.message())
                        .build())
            .toList());
  }

  private static String sentence(String message) {
    String begun = Character.toUpperCase(message.charAt(0)) + message.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
