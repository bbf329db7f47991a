package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tidewatch.etl.kinesis.CborReader.UnexpectedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of an answer to GetRecords in two parts: its records, and the body with an empty list in
 * their place.
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record ScannedAnswer(List<ShardRecord> records, byte[] rest) {
  private static final byte[] RECORDS = name("Records");
  private static final byte[] SEQUENCE_NUMBER = name("SequenceNumber");
  private static final byte[] PARTITION_KEY = name("PartitionKey");
  private static final byte[] ARRIVAL = name("ApproximateArrivalTimestamp");
  private static final byte[] DATA = name("Data");
  private static final byte EMPTY_ARRAY = (byte) 0x80;

  private static byte[] name(String name) {
    return name.getBytes(US_ASCII);
  }

  /** Takes the body apart; empty when there is anything in it that is not known here. */
  static Optional<ScannedAnswer> scan(byte[] body) {
    try {
      return Optional.of(scan(body, new CborReader(body)));
    } catch (UnexpectedException e) {
      return Optional.empty();
    }
  }

  private static ScannedAnswer scan(byte[] body, CborReader cbor) throws UnexpectedException {
    List<ShardRecord> records = new ArrayList<>();
    int from = -1;
    int to = -1;
    int entries = cbor.map();
    for (int i = 0; entries < 0 ? !cbor.tryBreak() : i < entries; i++) {
      if (cbor.tryText(RECORDS)) {
        if (from >= 0) {
          throw new UnexpectedException();
        }
        from = cbor.position();
        readRecords(cbor, records);
        to = cbor.position();
      } else {
        cbor.skip();
        cbor.skip();
      }
    }
    if (from < 0 || !cbor.isAtEnd()) {
      throw new UnexpectedException();
    }
    return new ScannedAnswer(records, without(body, from, to));
  }

  private static byte[] without(byte[] body, int from, int to) {
    byte[] rest = new byte[body.length - (to - from) + 1];
    System.arraycopy(body, 0, rest, 0, from);
    rest[from] = EMPTY_ARRAY;
    System.arraycopy(body, to, rest, from + 1, body.length - to);
    return rest;
  }

  private static void readRecords(CborReader cbor, List<ShardRecord> records)
      throws UnexpectedException {
    int size = cbor.array();
    for (int i = 0; size < 0 ? !cbor.tryBreak() : i < size; i++) {
      records.add(readRecord(cbor));
    }
  }

  private static ShardRecord readRecord(CborReader cbor) throws UnexpectedException {
    String sequence = null;
    String key = null;
    byte[] data = null;
    long arrival = Long.MIN_VALUE;
    int entries = cbor.map();
    for (int i = 0; entries < 0 ? !cbor.tryBreak() : i < entries; i++) {
      if (cbor.tryText(SEQUENCE_NUMBER)) {
        sequence = cbor.text();
      } else if (cbor.tryText(ARRIVAL)) {
        arrival = cbor.epochMillis();
      } else if (cbor.tryText(DATA)) {
        data = cbor.bytes();
      } else if (cbor.tryText(PARTITION_KEY)) {
        key = cbor.text();
      } else {
        cbor.skip();
        cbor.skip();
      }
    }
    if (sequence == null || key == null || data == null || arrival == Long.MIN_VALUE) {
      throw new UnexpectedException();
    }
    return new ShardRecord(sequence, key, Instant.ofEpochMilli(arrival), data);
  }
}
