package dev.tidewatch.etl.kinesis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes apart records that the Kinesis Producer Library packed into one: four magic bytes, a
 * protobuf message, the MD5 of that message. All of them are kept, also those whose key belongs to
 * another shard: after a reshard an aggregated record still arrives as a whole, and nobody else
 * reads it.
 */
final class KplRecords {
  private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};
  private static final int DIGEST_LENGTH = 16;

  private static final int PARTITION_KEY_TABLE = 1;
  private static final int RECORDS = 3;
  private static final int RECORD_PARTITION_KEY_INDEX = 1;
  private static final int RECORD_DATA = 3;

  private KplRecords() {}

  /** One of the records packed together. */
  @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
  record Part(String partitionKey, byte[] data) {}

  static boolean looksAggregated(byte[] data) {
    return data.length >= MAGIC.length + DIGEST_LENGTH
        && Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * The records packed into the data, in their order; empty when it is a plain record after all.
   */
  static Optional<List<Part>> unpack(byte[] data) {
    if (!looksAggregated(data) || !hasRightDigest(data)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(new ProtobufReader(data, MAGIC.length, data.length - DIGEST_LENGTH)));
    } catch (ProtobufReader.MalformedException e) {
      return Optional.empty();
    }
  }

  private static boolean hasRightDigest(byte[] data) {
    MessageDigest md5 = md5();
    md5.update(data, MAGIC.length, data.length - MAGIC.length - DIGEST_LENGTH);
    return Arrays.equals(
        md5.digest(), 0, DIGEST_LENGTH, data, data.length - DIGEST_LENGTH, data.length);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private static List<Part> read(ProtobufReader message) {
    List<String> keys = new ArrayList<>();
    List<ProtobufReader> records = new ArrayList<>();
    while (message.nextField()) {
      switch (message.field()) {
        case PARTITION_KEY_TABLE -> keys.add(new String(message.bytes(), StandardCharsets.UTF_8));
        case RECORDS -> records.add(message.message());
        default -> message.skip();
      }
    }
    List<Part> parts = new ArrayList<>(records.size());
    for (ProtobufReader each : records) {
      parts.add(readPart(each, keys));
    }
    return parts;
  }

  private static Part readPart(ProtobufReader message, List<String> keys) {
    long key = -1;
    byte[] data = null;
    while (message.nextField()) {
      switch (message.field()) {
        case RECORD_PARTITION_KEY_INDEX -> key = message.varint();
        case RECORD_DATA -> data = message.bytes();
        default -> message.skip();
      }
    }
    if (key < 0 || key >= keys.size() || data == null) {
      throw new ProtobufReader.MalformedException();
    }
    return new Part(keys.get((int) key), data);
  }
}
