package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScannedAnswerTest {
  private static final long ARRIVAL = 1_795_000_000_123L;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  @Test
  void takesTheRecordsOutAndLeavesTheRest() {
    ScannedAnswer answer = scanOf(0xA2, text("Records"), 0x81, record("7", "one"), text("X"), 0x07);
    assertThat(answer.records()).hasSize(1);
    ShardRecord record = answer.records().get(0);
    assertThat(record.sequenceNumber()).isEqualTo("7");
    assertThat(record.partitionKey()).isEqualTo("key");
    assertThat(record.arrival()).isEqualTo(Instant.ofEpochMilli(ARRIVAL));
    assertThat(record.data()).asString(UTF_8).isEqualTo("one");
    assertThat(answer.rest()).isEqualTo(bytes(0xA2, text("Records"), 0x80, text("X"), 0x07));
  }

  @Test
  void readsListsAndMapsWithoutASize() {
    ScannedAnswer answer =
        scanOf(
            0xBF,
            text("Records"),
            0x9F,
            record("1", "a"),
            record("2", "b"),
            0xFF,
            text("X"),
            0xF6,
            0xFF);
    assertThat(answer.records()).extracting(ShardRecord::sequenceNumber).containsExactly("1", "2");
    assertThat(answer.rest()).isEqualTo(bytes(0xBF, text("Records"), 0x80, text("X"), 0xF6, 0xFF));
  }

  @Test
  void passesOverWhatItNeedsNot() {
    Object[] nested = {
      0xA1, text("a"), 0x83, 0x01, 0xF5, 0xFB, new byte[8], // {a: [1, true, 0.0]}
    };
    Object[] chunked = {0x7F, text("one "), text("text"), 0xFF};
    ScannedAnswer answer =
        scanOf(
            0xA4,
            text("C"),
            nested,
            text("Records"),
            0x80,
            text("N"),
            chunked,
            text("I"),
            text("i".repeat(200)));
    assertThat(answer.records()).isEmpty();
  }

  @Test
  void leavesWhatItDoesNotKnowToTheSdk() {
    Object[] withoutKey = {0xA1, text("SequenceNumber"), text("7")};
    Object[] dataInChunks = {0xA1, text("Data"), 0x5F, 0x41, 0x00, 0xFF};
    for (Object[] unknown :
        new Object[][] {
          {},
          {0x80},
          {0xA0},
          {0xA1, text("Records"), 0xF6},
          {0xA1, text("Records"), 0x81, withoutKey},
          {0xA1, text("Records"), 0x81, dataInChunks},
          {0xA1, text("Records"), 0x80, 0x00},
          {0xA2, text("Records"), 0x80, text("Records"), 0x80},
          {0xA1, text("Records"), 0x9B, new byte[] {127, -1, -1, -1, -1, -1, -1, -1}},
        }) {
      assertThat(ScannedAnswer.scan(bytes(unknown))).isEmpty();
    }
  }

  @Test
  void leavesAnswersThatBreakOffToTheSdk() {
    byte[] whole = bytes(0xA2, text("Records"), 0x81, record("7", "one"), text("X"), 0x19, 1, 2);
    assertThat(ScannedAnswer.scan(whole)).isPresent();
    for (int length = 0; length < whole.length; length++) {
      assertThat(ScannedAnswer.scan(Arrays.copyOf(whole, length))).isEmpty();
    }
  }

  @Test
  void isNotMisledByDepth() {
    byte[] deep = new byte[100_000];
    Arrays.fill(deep, (byte) 0x81);
    assertThat(ScannedAnswer.scan(bytes(0xA1, text("X"), deep))).isEmpty();
  }

  private ScannedAnswer scanOf(Object... parts) {
    return ScannedAnswer.scan(bytes(parts)).orElseThrow();
  }

  private static Object[] record(String sequence, String data) {
    return new Object[] {
      0xA5,
      text("SequenceNumber"),
      text(sequence),
      text("ApproximateArrivalTimestamp"),
      0xC1, // a time
      0x1B,
      ByteBuffer.allocate(8).putLong(ARRIVAL).array(),
      text("Data"),
      0x40 + data.length(),
      data.getBytes(UTF_8),
      text("PartitionKey"),
      text("key"),
      text("EncryptionType"),
      text("NONE")
    };
  }

  private static Object[] text(String text) {
    return text.length() < 24
        ? new Object[] {0x60 + text.length(), text.getBytes(UTF_8)}
        : new Object[] {0x78, text.length(), text.getBytes(UTF_8)};
  }

  private byte[] bytes(Object... parts) {
    body.reset();
    write(parts);
    return body.toByteArray();
  }

  private void write(Object... parts) {
    for (Object part : parts) {
      if (part instanceof Integer octet) {
        body.write(octet);
      } else if (part instanceof byte[] octets) {
        body.writeBytes(octets);
      } else {
        write((Object[]) part);
      }
    }
  }
}
