package dev.tidewatch.localaws.kinesis.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A request's fields, or those of a structure within it. Fields that are missing or have the wrong
 * type are answered as AWS does: ValidationException and SerializationException.
 */
final class ApiRequest {
  private static final Pattern STREAM_NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");
  private static final Pattern STREAM_ARN =
      Pattern.compile("arn:aws[^:]*:kinesis:[^:]*:[0-9]{12}:stream/([a-zA-Z0-9_.-]{1,128})");

  private final WireFormat format;
  private final JsonNode fields;

  ApiRequest(WireFormat format, JsonNode fields) {
    this.format = format;
    this.fields = fields;
  }

  /** The stream's name, given as such or within the ARN. */
  String streamName() {
    return optionalStreamName()
        .orElseThrow(() -> Validation.failed("streamName", "Member must not be null"));
  }

  Optional<String> optionalStreamName() {
    Optional<String> arn = text("StreamARN");
    if (arn.isEmpty()) {
      return text("StreamName").map(name -> matching(STREAM_NAME, "streamName", name, 0));
    }
    return arn.map(text -> matching(STREAM_ARN, "streamARN", text, 1));
  }

  private static String matching(Pattern pattern, String name, String value, int group) {
    var matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      throw Validation.failed(
          name, value, "Member must satisfy regular expression pattern: " + pattern);
    }
    return matcher.group(group);
  }

  Optional<String> text(String name) {
    return field(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
  }

  String requireText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  /** The text, which must be one of an enum's constants. */
  <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    return text(name).map(value -> constant(name, type, value));
  }

  private static <E extends Enum<E>> E constant(String name, Class<E> type, String value) {
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(value)) {
        return each;
      }
    }
    throw Validation.failed(
        name, value, "Member must satisfy enum value set: " + List.of(type.getEnumConstants()));
  }

  OptionalInt number(String name, int least, int most) {
    Optional<Integer> value =
        field(name, JsonNode::isIntegralNumber, "a whole number").map(JsonNode::intValue);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    int number = value.get();
    if (number < least || number > most) {
      throw Validation.failed(
          name, String.valueOf(number), "Member must have value between " + least + " and " + most);
    }
    return OptionalInt.of(number);
  }

  int requireNumber(String name, int least, int most) {
    return number(name, least, most).orElseThrow(() -> missing(name));
  }

  Optional<Instant> time(String name) {
    return field(name, JsonNode::isNumber, "a timestamp")
        .map(value -> format.timeOf(value.decimalValue()));
  }

  Instant requireTime(String name) {
    return time(name).orElseThrow(() -> missing(name));
  }

  byte[] requireBytes(String name) {
    JsonNode value =
        field(name, node -> node.isBinary() || node.isTextual(), "bytes")
            .orElseThrow(() -> missing(name));
    try {
      return value.binaryValue();
    } catch (IOException e) {
      throw new KinesisException(ErrorCode.SERIALIZATION, name + " is no Base64.");
    }
  }

  Optional<ApiRequest> structure(String name) {
    return field(name, JsonNode::isObject, "a structure")
        .map(value -> new ApiRequest(format, value));
  }

  List<ApiRequest> requireStructures(String name) {
    List<ApiRequest> structures = new ArrayList<>();
    for (JsonNode element : requireList(name)) {
      if (!element.isObject()) {
        throw wrongType(name, "a list of structures");
      }
      structures.add(new ApiRequest(format, element));
    }
    return structures;
  }

  List<String> requireTexts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : requireList(name)) {
      if (!element.isTextual()) {
        throw wrongType(name, "a list of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  private JsonNode requireList(String name) {
    return field(name, JsonNode::isArray, "a list").orElseThrow(() -> missing(name));
  }

  /** The names of the fields there are. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    fields.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Optional<JsonNode> field(String name, Predicate<JsonNode> hasType, String type) {
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!hasType.test(value)) {
      throw wrongType(name, type);
    }
    return Optional.of(value);
  }

  private static KinesisException wrongType(String name, String type) {
    return new KinesisException(ErrorCode.SERIALIZATION, name + " must be " + type + ".");
  }

  private static KinesisException missing(String name) {
    return Validation.failed(name, "Member must not be null");
  }
}
