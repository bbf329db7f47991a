package dev.tidewatch.etl.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.tidewatch.etl.shape.FieldValues.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Finds fields in any JSON object; what it says is right. Strict JSON, but for {@code NaN} and
 * infinities as numbers, so that they are rejected for what they are. A needed key that occurs
 * twice makes the record malformed, since producers and readers disagree on which one counts; keys
 * that are not needed may do what they like.
 */
final class JacksonDecoder {
  private static final int MAX_DEPTH = 1_000;

  /**
   * Keys are not interned and may collide: what becomes of a record must not depend on those before
   * it, and hostile keys must not fill the memory.
   */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonFields root;
  private long record;

  JacksonDecoder(JsonFields root) {
    this.root = root;
  }

  void decode(byte[] data, int from, int to, FieldValues values) throws UnusableRecordException {
    refuseNul(data, from, to);
    record++;
    try (JsonParser parser = FACTORY.createParser(data, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("not a JSON object: " + Excerpt.of(data, from, to));
      }
      readObject(parser, root, values);
      if (parser.nextToken() != null) {
        throw malformed("more follows on the line after the JSON object");
      }
    } catch (IOException e) {
      throw malformed("not JSON: " + messageOf(e));
    }
  }

  /** Without the stretch of the record that Jackson would put into it. */
  private static String messageOf(IOException e) {
    return e instanceof JsonProcessingException parsing
        ? parsing.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }

  /** A zero byte is in no JSON text, but would have the parser guess at UTF-16 and UTF-32. */
  private static void refuseNul(byte[] data, int from, int to) throws UnusableRecordException {
    int nul = Bytes.indexOf((byte) 0, data, from, to);
    if (nul < to) {
      throw malformed("a zero byte at index " + (nul - from) + " of the line");
    }
  }

  private void readObject(JsonParser parser, JsonFields keys, FieldValues values)
      throws IOException, UnusableRecordException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int key = keys.key(name);
      JsonToken token = parser.nextToken();
      if (key == JsonFields.NONE) {
        parser.skipChildren();
        continue;
      }
      if (!keys.see(key, record)) {
        throw malformed("the key '" + name + "' occurs twice");
      }
      JsonFields child = keys.child(key);
      if (child == null) {
        readField(parser, token, name, keys.field(key), values);
      } else {
        readChild(parser, token, child, keys, key, values);
      }
    }
  }

  private void readChild(
      JsonParser parser,
      JsonToken token,
      JsonFields child,
      JsonFields keys,
      int key,
      FieldValues values)
      throws IOException, UnusableRecordException {
    if (token == JsonToken.START_OBJECT) {
      readObject(parser, child, values);
    } else if (token != JsonToken.VALUE_NULL) {
      parser.skipChildren();
      keys.setUnreachable(key, values);
    }
  }

  private static void readField(
      JsonParser parser, JsonToken token, String name, int field, FieldValues values)
      throws IOException, UnusableRecordException {
    switch (token) {
      case VALUE_NULL -> {
        return;
      }
      case VALUE_STRING -> values.set(field, Kind.TEXT, wellFormed(parser.getText(), name));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.set(field, Kind.NUMBER, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> values.set(field, Kind.BOOLEAN, parser.getText());
      default -> {
        parser.skipChildren();
        values.set(field, Kind.STRUCTURE);
      }
    }
  }

  /** An escape may name half of a character, which no UTF-8 can hold. */
  private static String wellFormed(String text, String name) throws UnusableRecordException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw malformed("the string under '" + name + "' has half a surrogate pair");
    }
    return text;
  }

  private static UnusableRecordException malformed(String detail) {
    return new UnusableRecordException(RejectReason.MALFORMED, Excerpt.ofMessage(detail));
  }
}
