package dev.tidewatch.setup.anomaly;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What the API answered, as maps and lists for JSON, named as the SDK names it. */
public final class SdkJson {
  private SdkJson() {}

  /** An answer or a part of one; what is not set is left out. */
  public static Map<String, Object> of(SdkPojo pojo) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null) {
        String name = field.locationName();
        values.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), plain(value));
      }
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof SdkPojo pojo) {
      return of(pojo);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SdkJson::plain).toList();
    }
    return value instanceof Instant time ? time.toString() : value;
  }
}
