package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Packs records as the Kinesis Producer Library does. */
final class KplPacker {
  private KplPacker() {}

  /** Packs records given as key, data, key, data and so on. */
  static byte[] pack(String... keysAndData) {
    List<String> keys = new ArrayList<>();
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (int i = 0; i < keysAndData.length; i += 2) {
      if (!keys.contains(keysAndData[i])) {
        keys.add(keysAndData[i]);
      }
      ByteArrayOutputStream each = new ByteArrayOutputStream();
      each.write(0x08);
      varint(each, keys.indexOf(keysAndData[i]));
      bytes(each, 3, keysAndData[i + 1].getBytes(UTF_8));
      bytes(records, 3, each.toByteArray());
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    keys.forEach(key -> bytes(message, 1, key.getBytes(UTF_8)));
    message.writeBytes(records.toByteArray());
    return seal(message.toByteArray());
  }

  /** Puts the magic bytes before the message and its digest behind it. */
  static byte[] seal(byte[] message) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(new byte[] {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2});
    packed.writeBytes(message);
    try {
      packed.writeBytes(MessageDigest.getInstance("MD5").digest(message));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    out.write(field << 3 | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
