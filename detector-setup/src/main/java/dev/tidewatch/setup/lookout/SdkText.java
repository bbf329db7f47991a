package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/**
 * The members of the SDK's objects as attributes: {@code MetricSource.S3SourceConfig.RoleArn}. A
 * request and the answer that describes what it made have the same names, so they compare.
 */
final class SdkText {
  private SdkText() {}

  /**
   * The members that are set.
   *
   * @param only the names of the outermost members to take
   */
  static Attributes of(SdkPojo pojo, Set<String> only) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      if (only.contains(field.memberName())) {
        add(texts, field.memberName(), field.getValueOrDefault(pojo));
      }
    }
    return new Attributes(texts);
  }

  private static void add(Map<String, String> texts, String name, @Nullable Object value) {
    if (value instanceof SdkPojo pojo) {
      for (SdkField<?> field : pojo.sdkFields()) {
        add(texts, name + "." + field.memberName(), field.getValueOrDefault(pojo));
      }
    } else if (value instanceof List<?> list) {
      if (!(list instanceof SdkAutoConstructList)) {
        texts.put(name, list.stream().map(SdkText::inline).collect(Collectors.joining(", ")));
      }
    } else if (value != null && !(value instanceof Map)) {
      texts.put(name, value.toString());
    }
  }

  private static String inline(@Nullable Object value) {
    if (value instanceof SdkPojo pojo) {
      return pojo.sdkFields().stream()
          .map(field -> field.getValueOrDefault(pojo))
          .map(SdkText::inline)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" "));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SdkText::inline).collect(Collectors.joining("|"));
    }
    return value == null || value instanceof Map ? "" : value.toString();
  }
}
