package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The SDK's classes by the names of the model. */
public final class SdkClasses {

  private SdkClasses() {}

  public static SdkPojo read(String name, JsonNode document) {
    return SdkJson.read(document, () -> builder(name));
  }

  @SuppressWarnings("unchecked")
  public static <T> SdkBuilder<?, T> builder(String name) {
    try {
      Class<?> type = Class.forName("software.amazon.awssdk.services.lookoutmetrics.model." + name);
      return (SdkBuilder<?, T>) type.getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
