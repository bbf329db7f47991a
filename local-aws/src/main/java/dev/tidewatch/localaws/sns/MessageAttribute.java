package dev.tidewatch.localaws.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A typed value that travels beside a message, for filters and subscribers.
 *
 * @param dataType {@code String}, {@code String.Array}, {@code Number} or {@code Binary}
 * @param value the text; base64 when binary
 */
public record MessageAttribute(String dataType, String value) {
  public MessageAttribute {
    requireNonNull(dataType, "dataType");
    requireNonNull(value, "value");
  }

  /** Reads the attributes of a Publish request. */
  static Map<String, MessageAttribute> parse(Form form) {
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    for (Form entry : form.entries("MessageAttributes.entry")) {
      String name = entry.text("Name", "");
      String type = entry.text("Value.DataType", "");
      String value =
          entry.text(isBinary(type) ? "Value.BinaryValue" : "Value.StringValue").orElse("");
      check(name, type, value);
      attributes.put(name, new MessageAttribute(type, value));
    }
    return attributes;
  }

  /** The size that counts against the limit, in bytes, without the name. */
  int bytes() {
    return dataType.getBytes(UTF_8).length + value.getBytes(UTF_8).length;
  }

  private static boolean isBinary(String type) {
    return type.equals("Binary") || type.startsWith("Binary.");
  }

  private static void check(String name, String type, String value) {
    if (!name.matches("[A-Za-z0-9_.-]{1,256}")) {
      throw new AwsException(
          400, "ParameterValueInvalid", "The message attribute name '" + name + "' is invalid.");
    }
    if (!type.matches("(String|Number|Binary)(\\..+)?")) {
      throw new AwsException(
          400,
          "ParameterValueInvalid",
          "The message attribute '"
              + name
              + "' has an invalid message attribute type, the set of supported type prefixes is"
              + " Binary, Number, and String.");
    }
    if (value.isEmpty()) {
      throw new AwsException(
          400,
          "ParameterValueInvalid",
          "The message attribute '" + name + "' must contain non-empty message attribute value.");
    }
  }
}
