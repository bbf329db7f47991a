package dev.tidewatch.localaws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A typed value that travels beside a message.
 *
 * @param dataType {@code String}, {@code Number} or {@code Binary}, perhaps with a label after a
 *     dot
 * @param value the text; base64 when binary
 */
public record MessageAttribute(String dataType, String value) {
  public MessageAttribute {
    requireNonNull(dataType, "dataType");
    requireNonNull(value, "value");
  }

  public boolean isBinary() {
    return dataType.equals("Binary") || dataType.startsWith("Binary.");
  }

  /** The size that counts against the limit of a message, in bytes, without the name. */
  int bytes() {
    return dataType.getBytes(UTF_8).length + content().length;
  }

  private byte[] content() {
    return isBinary() ? Base64.getDecoder().decode(value) : value.getBytes(UTF_8);
  }

  /** The digest clients compare: every attribute by name, each part with its length before it. */
  static String digest(Map<String, MessageAttribute> attributes) {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    new TreeMap<>(attributes)
        .forEach(
            (name, attribute) -> {
              writePart(parts, name.getBytes(UTF_8));
              writePart(parts, attribute.dataType().getBytes(UTF_8));
              parts.write(attribute.isBinary() ? 2 : 1);
              writePart(parts, attribute.content());
            });
    return md5(parts.toByteArray());
  }

  static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has MD5", missing);
    }
  }

  private static void writePart(ByteArrayOutputStream parts, byte[] part) {
    parts.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    parts.writeBytes(part);
  }
}
