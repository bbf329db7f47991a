package dev.tidewatch.etl.kinesis;

import java.util.Arrays;

/** Reads the fields of one protobuf message, in the order they stand in it. */
final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int wireType;

  /** The bytes are no protobuf message. */
  static final class MalformedException extends RuntimeException {}

  ProtobufReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** Goes to the next field; its value must be read or skipped. */
  boolean nextField() {
    if (at == end) {
      return false;
    }
    long tag = readVarint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    if (tag >>> 3 > 0x1FFFFFFF || field == 0) {
      throw new MalformedException();
    }
    return true;
  }

  int field() {
    return field;
  }

  long varint() {
    require(VARINT);
    return readVarint();
  }

  byte[] bytes() {
    require(LENGTH_DELIMITED);
    int from = skipBytes(readVarint());
    return Arrays.copyOfRange(bytes, from, at);
  }

  ProtobufReader message() {
    require(LENGTH_DELIMITED);
    int from = skipBytes(readVarint());
    return new ProtobufReader(bytes, from, at);
  }

  void skip() {
    switch (wireType) {
      case VARINT -> readVarint();
      case FIXED_64 -> skipBytes(8);
      case LENGTH_DELIMITED -> skipBytes(readVarint());
      case FIXED_32 -> skipBytes(4);
      default -> throw new MalformedException();
    }
  }

  private void require(int expected) {
    if (wireType != expected) {
      throw new MalformedException();
    }
  }

  private int skipBytes(long length) {
    if (length < 0 || length > end - at) {
      throw new MalformedException();
    }
    int from = at;
    at += (int) length;
    return from;
  }

  private long readVarint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == end) {
        throw new MalformedException();
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException();
  }
}
