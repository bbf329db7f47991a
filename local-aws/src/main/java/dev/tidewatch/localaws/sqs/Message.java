package dev.tidewatch.localaws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What was sent to a queue; never changes. */
record Message(String id, String body, Map<String, MessageAttribute> attributes) {
  Message {
    requireNonNull(id, "id");
    requireNonNull(body, "body");
    attributes = Map.copyOf(attributes);
  }

  String bodyDigest() {
    return MessageAttribute.md5(body.getBytes(UTF_8));
  }

  /** The size that counts against the limit, in bytes. */
  int bytes() {
    int size = body.getBytes(UTF_8).length;
    for (Map.Entry<String, MessageAttribute> attribute : attributes.entrySet()) {
      size += attribute.getKey().getBytes(UTF_8).length + attribute.getValue().bytes();
    }
    return size;
  }
}
