package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The SDK's objects as documents with the names of the API, which CloudFormation shares. */
final class SdkDocument {
  /** Texts that say something even when they are empty. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("QuoteSymbol");

  private final Findings findings;

  SdkDocument(Findings findings) {
    this.findings = findings;
  }

  /** Sets a builder's members; what it has no member for is told. */
  <B extends SdkPojo> B read(JsonNode document, B builder, String path) {
    Set<String> unknown = new HashSet<>();
    document.fieldNames().forEachRemaining(unknown::add);
    for (SdkField<?> field : builder.sdkFields()) {
      unknown.remove(field.memberName());
      JsonNode value = document.path(field.memberName());
      String place = path + "." + field.memberName();
      boolean empty = value.isTextual() && value.asText().isEmpty();
      if (value.isNull() || (empty && !MAY_BE_EMPTY.contains(field.memberName()))) {
        findings.leftOut(place, "it is empty");
      } else if (!value.isMissingNode()) {
        value(field, value, place).ifPresent(read -> field.set(builder, read));
      }
    }
    unknown.stream()
        .sorted()
        .forEach(key -> findings.leftOut(path + "." + key, "the API has no such member"));
    return builder;
  }

  private Optional<?> value(SdkField<?> field, JsonNode value, String path) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> text(value, path);
      case INTEGER -> whole(value, path);
      case BOOLEAN -> flag(value, path);
      case LIST -> list(field, value, path);
      case MAP -> Optional.of(map(value));
      case SDK_POJO -> pojo(field, value, path);
      default -> throw new IllegalStateException("no member has the type of " + path);
    };
  }

  private Optional<?> pojo(SdkField<?> field, JsonNode value, String path) {
    if (!value.isObject()) {
      return wrong(path, value, "a mapping");
    }
    SdkPojo builder = read(value, field.constructor().get(), path);
    return Optional.of(((SdkBuilder<?, ?>) builder).build());
  }

  private Optional<?> list(SdkField<?> field, JsonNode written, String path) {
    // early schemas wrapped lists: {SubnetIdList: {SubnetIdList: [...]}}
    JsonNode wrapped = written.path(field.memberName());
    JsonNode value = wrapped.isArray() && written.size() == 1 ? wrapped : written;
    SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
    List<Object> list = new ArrayList<>();
    if (!value.isArray()) {
      value(element, value, path).ifPresent(list::add); // as CloudFormation takes it
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      value(element, value.get(i), path + "[" + i + "]").ifPresent(list::add);
    }
    return Optional.of(list).filter(entries -> !entries.isEmpty());
  }

  /** Tags, as the API has them or as CloudFormation does. */
  private static Map<String, String> map(JsonNode value) {
    Map<String, String> map = new LinkedHashMap<>();
    value.properties().forEach(tag -> map.put(tag.getKey(), tag.getValue().asText()));
    if (value.isArray()) {
      value.forEach(tag -> map.put(tag.path("Key").asText(), tag.path("Value").asText()));
    }
    return map;
  }

  private Optional<String> text(JsonNode value, String path) {
    return value.isValueNode()
        ? Optional.of(value.asText())
        : wrong(path, value, "a text").map(Object::toString);
  }

  private Optional<?> whole(JsonNode value, String path) {
    return value.isValueNode() && value.asText().matches("-?\\d{1,9}")
        ? Optional.of(Integer.valueOf(value.asText()))
        : wrong(path, value, "a whole number");
  }

  private Optional<?> flag(JsonNode value, String path) {
    return value.isValueNode() && value.asText().matches("(?i)true|false")
        ? Optional.of(Boolean.valueOf(value.asText()))
        : wrong(path, value, "true or false");
  }

  private Optional<?> wrong(String path, JsonNode value, String expected) {
    findings.problem(path, "is " + value + ", and should be " + expected);
    return Optional.empty();
  }

  /** What is set of an object. */
  static ObjectNode write(SdkPojo pojo) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      written(field.getValueOrDefault(pojo))
          .ifPresent(value -> document.set(field.memberName(), value));
    }
    return document;
  }

  private static Optional<JsonNode> written(@Nullable Object value) {
    if (value == null
        || value instanceof SdkAutoConstructList
        || value instanceof SdkAutoConstructMap) {
      return Optional.empty();
    }
    if (value instanceof SdkPojo pojo) {
      return Optional.of(write(pojo));
    }
    if (value instanceof List<?> list) {
      var array = JsonNodeFactory.instance.arrayNode();
      list.forEach(entry -> written(entry).ifPresent(array::add));
      return Optional.of(array);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.forEach((key, text) -> object.put(String.valueOf(key), String.valueOf(text)));
      return Optional.of(object);
    }
    if (value instanceof Integer number) {
      return Optional.of(JsonNodeFactory.instance.numberNode(number));
    }
    if (value instanceof Boolean flag) {
      return Optional.of(JsonNodeFactory.instance.booleanNode(flag));
    }
    return Optional.of(JsonNodeFactory.instance.textNode(value.toString()));
  }
}
