package dev.tidewatch.setup.anomaly;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What the API answered, as maps and lists for JSON, named as the SDK names it. */
public final class SdkJson {
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]+(?=[A-Z][a-z])|[A-Z]\\d*");

  private SdkJson() {}

  /** An answer or a part of one; what is not set is left out. */
  public static Map<String, Object> of(SdkPojo pojo) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null) {
        String name = field.locationName();
        values.put(withSmallBeginning(name), plain(value));
      }
    }
    return values;
  }

  /** {@code alertName} of AlertName, {@code snsConfiguration} of SNSConfiguration. */
  private static String withSmallBeginning(String name) {
    Matcher capitals = CAPITALS.matcher(name);
    return capitals.lookingAt()
        ? capitals.group().toLowerCase(Locale.ROOT) + name.substring(capitals.end())
        : name;
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
