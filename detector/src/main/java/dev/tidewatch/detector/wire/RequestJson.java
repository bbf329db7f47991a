package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionReason;

/**
 * Reads the bytes of a body, strictly: UTF-8, one JSON object of at most 64 levels, each name once,
 * numbers a double can hold. Nothing that comes out of here cannot be written again.
 */
public final class RequestJson {
  private static final int LEVELS = 64;
  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(LEVELS).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private RequestJson() {}

  /**
   * The object in a body; an empty body is an empty object.
   *
   * @throws ApiError a ValidationException for the reason CANNOT_PARSE
   */
  public static ObjectNode parse(byte[] body) {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode document = tree(text(body));
    if (!(document instanceof ObjectNode object)) {
      throw cannotParse("The body must be a JSON object.");
    }
    refuseUnwritable(document);
    return object;
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw cannotParse("The body is not valid UTF-8.");
    }
  }

  private static JsonNode tree(String text) {
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw cannotParse(
          "The body is not the JSON this service reads: "
              + Shown.cut(e.getOriginalMessage())
              + (place == null
                  ? ""
                  : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
    }
  }

  /**
   * Halves of characters and numbers beyond the doubles have a place in JSON but none on the way
   * back.
   */
  private static void refuseUnwritable(JsonNode node) {
    if (node.isTextual()) {
      refuseHalfCharacters(node.textValue());
    } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      throw cannotParse("The body holds a number too large for a double.");
    }
    for (var entry : node.properties()) {
      refuseHalfCharacters(entry.getKey());
      refuseUnwritable(entry.getValue());
    }
    if (node.isArray()) {
      node.forEach(RequestJson::refuseUnwritable);
    }
  }

  private static void refuseHalfCharacters(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw cannotParse("The body holds half of a surrogate pair, which is no character.");
    }
  }

  private static ApiError cannotParse(String message) {
    return ApiError.validation(ValidationExceptionReason.CANNOT_PARSE, message);
  }
}
