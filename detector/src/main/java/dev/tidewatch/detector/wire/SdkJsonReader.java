package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Fills the SDK's builders from JSON. */
final class SdkJsonReader {

  private SdkJsonReader() {}

  static void fill(SdkPojo builder, JsonNode object) {
    require(object.isObject(), "an object", object);
    for (SdkField<?> field : builder.sdkFields()) {
      JsonNode value = object.path(field.locationName());
      if (!value.isMissingNode() && !value.isNull()) {
        field.set(builder, value(field, value));
      }
    }
  }

  private static @Nullable Object value(SdkField<?> field, JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    MarshallingKnownType type = field.marshallingType().getKnownType();
    return switch (type) {
      case STRING -> text(node);
      case INTEGER -> wholeNumber(node);
      case DOUBLE -> number(node).doubleValue();
      case BOOLEAN -> flag(node);
      case INSTANT -> time(node);
      case SDK_POJO -> object(field, node);
      case LIST -> list(field, node);
      case MAP -> map(field, node);
      default -> throw new IllegalArgumentException("The model has no member of type " + type);
    };
  }

  private static String text(JsonNode node) {
    require(node.isTextual(), "a string", node);
    return node.textValue();
  }

  private static int wholeNumber(JsonNode node) {
    require(node.canConvertToInt() && node.isIntegralNumber(), "a whole number", node);
    return node.intValue();
  }

  private static JsonNode number(JsonNode node) {
    require(node.isNumber(), "a number", node);
    return node;
  }

  private static boolean flag(JsonNode node) {
    require(node.isBoolean(), "true or false", node);
    return node.booleanValue();
  }

  private static Instant time(JsonNode node) {
    BigDecimal seconds = number(node).decimalValue();
    BigDecimal whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
    return Instant.ofEpochSecond(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue());
  }

  private static Object object(SdkField<?> field, JsonNode node) {
    SdkPojo builder = field.constructor().get();
    fill(builder, node);
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private static List<@Nullable Object> list(SdkField<?> field, JsonNode node) {
    require(node.isArray(), "a list", node);
    SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
    List<@Nullable Object> list = new ArrayList<>(node.size());
    node.forEach(each -> list.add(value(element, each)));
    return list;
  }

  private static Map<String, @Nullable Object> map(SdkField<?> field, JsonNode node) {
    require(node.isObject(), "an object", node);
    SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), value(element, entry.getValue())));
    return map;
  }

  private static void require(boolean right, String wanted, JsonNode node) {
    if (!right) {
      throw new IllegalArgumentException(Shown.value(node) + " must be " + wanted + ".");
    }
  }
}
