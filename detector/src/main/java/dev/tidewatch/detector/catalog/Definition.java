package dev.tidewatch.detector.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.detector.store.StoreException;
import dev.tidewatch.detector.wire.SdkJson;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The SDK's model classes as the database keeps them: the JSON of the wire. */
public final class Definition {
  private static final JsonMapper JSON = new JsonMapper();

  private Definition() {}

  public static String write(SdkPojo model) {
    return SdkJson.write(model).toString();
  }

  public static <T> T read(String text, Supplier<? extends SdkBuilder<?, T>> builder) {
    try {
      return SdkJson.read(JSON.readTree(text), builder);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "the database holds '" + text + "', which this version did not write", e);
    }
  }
}
