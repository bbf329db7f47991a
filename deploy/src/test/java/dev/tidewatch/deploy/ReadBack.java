package dev.tidewatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Reads a document into a class of the SDK's model; what the model does not know is an error. */
final class ReadBack {
  private ReadBack() {}

  static void into(SdkPojo builder, JsonNode document) {
    Map<String, SdkField<?>> members =
        builder.sdkFields().stream()
            .collect(Collectors.toMap(SdkField::locationName, Function.identity()));
    document
        .fields()
        .forEachRemaining(
            each -> {
              SdkField<?> field = members.get(each.getKey());
              if (field == null) {
                throw new AssertionError("the model has no member " + each.getKey());
              }
              field.set(builder, value(field, each.getValue()));
            });
  }

  private static Object value(SdkField<?> field, JsonNode node) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.STRING && node.isTextual()) {
      return node.textValue();
    } else if (type == MarshallingType.INTEGER && node.isInt()) {
      return node.intValue();
    } else if (type == MarshallingType.LONG && node.isIntegralNumber()) {
      return node.longValue();
    } else if (type == MarshallingType.BOOLEAN && node.isBoolean()) {
      return node.booleanValue();
    } else if (type == MarshallingType.LIST && node.isArray()) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      node.forEach(each -> list.add(value(member, each)));
      return list;
    } else if (type == MarshallingType.MAP && node.isObject()) {
      SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new LinkedHashMap<>();
      node.fields()
          .forEachRemaining(each -> map.put(each.getKey(), value(member, each.getValue())));
      return map;
    } else if (type == MarshallingType.SDK_POJO && node.isObject()) {
      SdkPojo nested = field.constructor().get();
      into(nested, node);
      return ((Buildable) nested).build();
    }
    throw new AssertionError(field.memberName() + " is no " + type.getTargetClass() + ": " + node);
  }
}
