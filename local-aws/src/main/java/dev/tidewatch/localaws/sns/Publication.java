package dev.tidewatch.localaws.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.localaws.protocol.Form;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody published, checked against SNS's limits. */
final class Publication {
  /** Message and attributes together, in bytes. */
  static final int MAX_BYTES = 262_144;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String message;
  private final @Nullable String subject;
  private final Map<String, MessageAttribute> attributes;
  private final @Nullable JsonNode byProtocol;

  private Publication(
      String message,
      @Nullable String subject,
      Map<String, MessageAttribute> attributes,
      @Nullable JsonNode byProtocol) {
    this.message = requireNonNull(message, "message");
    this.subject = subject;
    this.attributes = Map.copyOf(attributes);
    this.byProtocol = byProtocol;
  }

  static Publication parse(Form form) {
    String message = form.text("Message").orElseThrow(() -> SnsErrors.missing("Message"));
    if (message.isEmpty()) {
      throw SnsErrors.invalid("Empty message");
    }
    String subject = form.text("Subject").orElse(null);
    if (subject != null) {
      checkSubject(subject);
    }
    Publication publication =
        new Publication(message, subject, MessageAttribute.parse(form), structure(form, message));
    if (publication.bytes() > MAX_BYTES) {
      throw SnsErrors.invalid(
          "Message too long: " + publication.bytes() + " bytes, the most is " + MAX_BYTES);
    }
    return publication;
  }

  /** A text without attributes; the subject may be empty, then there is none. */
  static Publication of(String subject, String message) {
    return new Publication(message, subject.isEmpty() ? null : subject, Map.of(), null);
  }

  /** The text for subscribers of one protocol. */
  String message(Protocol protocol) {
    if (byProtocol == null) {
      return message;
    }
    JsonNode own = byProtocol.path(protocol.awsName());
    return (own.isTextual() ? own : byProtocol.path("default")).asText();
  }

  Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  Map<String, MessageAttribute> attributes() {
    return attributes;
  }

  int bytes() {
    int size = message.getBytes(UTF_8).length;
    for (Map.Entry<String, MessageAttribute> attribute : attributes.entrySet()) {
      size += attribute.getKey().getBytes(UTF_8).length + attribute.getValue().bytes();
    }
    return size;
  }

  private static void checkSubject(String subject) {
    boolean printable = subject.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7F);
    if (subject.isBlank() || subject.length() > 100 || !printable || subject.startsWith(" ")) {
      throw SnsErrors.invalid(
          "Subject: 1 to 100 ASCII characters without line breaks, not '" + subject + "'");
    }
  }

  private static @Nullable JsonNode structure(Form form, String message) {
    String structure = form.text("MessageStructure", "");
    if (structure.isEmpty()) {
      return null;
    }
    if (!structure.equals("json")) {
      throw SnsErrors.invalid("MessageStructure: '" + structure + "' is not 'json'");
    }
    try {
      JsonNode parsed = JSON.readTree(message);
      if (!parsed.path("default").isTextual()) {
        throw SnsErrors.invalid("Message Structure - No default entry in JSON message body");
      }
      return parsed;
    } catch (JsonProcessingException broken) {
      throw SnsErrors.invalid("Message Structure - JSON message body failed to parse");
    }
  }
}
