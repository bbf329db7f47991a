package dev.tidewatch.detector.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.SignedRequest;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.OperationModel;
import dev.tidewatch.detector.wire.RequestJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionReason;

/** A request as one document: the body's members, and for tags those of path and query. */
final class RequestDocument {
  private static final String TAGS = "/tags/";
  private static final String TAG_KEYS = "tagKeys";

  private RequestDocument() {}

  static ObjectNode of(OperationModel operation, SignedRequest request) {
    if (!operation.path().startsWith(TAGS)) {
      return RequestJson.parse(request.body());
    }
    ObjectNode document =
        operation.method().equals("POST")
            ? RequestJson.parse(request.body())
            : JsonNodeFactory.instance.objectNode();
    document.put("resourceArn", decoded(request.path().substring(TAGS.length()), false));
    if (operation.method().equals("DELETE")) {
      addKeys(document, request.query());
    }
    return document;
  }

  private static void addKeys(ObjectNode document, String query) {
    ArrayNode keys = JsonNodeFactory.instance.arrayNode();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (decoded(name, true).equals(TAG_KEYS)) {
        keys.add(equals < 0 ? "" : decoded(part.substring(equals + 1), true));
      }
    }
    if (!keys.isEmpty()) {
      document.set(TAG_KEYS, keys);
    }
  }

  private static String decoded(String text, boolean plusIsSpace) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] == '%') {
        bytes.put(hex(encoded, i + 1));
        i += 2;
      } else {
        bytes.put(plusIsSpace && encoded[i] == '+' ? (byte) ' ' : encoded[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw notEncoded();
    }
  }

  private static byte hex(byte[] encoded, int at) {
    if (at + 1 >= encoded.length) {
      throw notEncoded();
    }
    int high = Character.digit(encoded[at], 16);
    int low = Character.digit(encoded[at + 1], 16);
    if (high < 0 || low < 0) {
      throw notEncoded();
    }
    return (byte) (high * 16 + low);
  }

  private static ApiError notEncoded() {
    return ApiError.validation(
        ValidationExceptionReason.CANNOT_PARSE,
        "Path and query must be UTF-8, percent-encoded, such as %2F for a slash.");
  }
}
