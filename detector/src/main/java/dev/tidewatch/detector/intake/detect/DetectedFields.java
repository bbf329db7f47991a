package dev.tidewatch.detector.intake.detect;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.AttributeValue;
import software.amazon.awssdk.services.lookoutmetrics.model.Confidence;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedField;

/** Values as the API tells them: S for text and yes or no, N for numbers, SS for lists. */
final class DetectedFields {
  private DetectedFields() {}

  static DetectedField text(String value, boolean isCertain, String message) {
    return field(AttributeValue.builder().s(value).build(), isCertain, message);
  }

  static DetectedField number(long value, boolean isCertain, String message) {
    return field(AttributeValue.builder().n(Long.toString(value)).build(), isCertain, message);
  }

  static DetectedField texts(List<String> values, boolean isCertain, String message) {
    return field(AttributeValue.builder().ss(values).build(), isCertain, message);
  }

  static DetectedField unknown(String message) {
    return DetectedField.builder().confidence(Confidence.NONE).message(message).build();
  }

  private static DetectedField field(AttributeValue value, boolean isCertain, String message) {
    return DetectedField.builder()
        .value(value)
        .confidence(isCertain ? Confidence.HIGH : Confidence.LOW)
        .message(message)
        .build();
  }
}
