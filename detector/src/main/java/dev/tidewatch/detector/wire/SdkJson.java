package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * JSON to the SDK's own model classes and back, driven by the fields these classes declare. The
 * same form serves the wire and the store.
 */
public final class SdkJson {

  private SdkJson() {}

  /** The members that are set, under their names on the wire; a list never set is left out. */
  public static ObjectNode write(SdkPojo pojo) {
    return SdkJsonWriter.object(pojo);
  }

  /**
   * Reads an object: {@code SdkJson.read(node, Action::builder)}. Members the class does not know
   * are passed over; null is absence.
   *
   * @throws IllegalArgumentException if a member has another type; {@link RequestCheck} comes first
   */
  public static <T> T read(JsonNode object, Supplier<? extends SdkBuilder<?, T>> builder) {
    SdkBuilder<?, T> filled = builder.get();
    SdkJsonReader.fill((SdkPojo) filled, object);
    return filled.build();
  }
}
