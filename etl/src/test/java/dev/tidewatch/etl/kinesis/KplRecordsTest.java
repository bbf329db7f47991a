package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KplRecordsTest {
  @Test
  void unpacksWhatWasPackedInItsOrder() {
    byte[] packed = KplPacker.pack("key-a", "one", "key-b", "two", "key-a", "three");

    assertThat(KplRecords.unpack(packed).orElseThrow())
        .extracting(part -> part.partitionKey() + "=" + new String(part.data(), UTF_8))
        .containsExactly("key-a=one", "key-b=two", "key-a=three");
  }

  @Test
  void keepsEmptyRecords() {
    byte[] packed = KplPacker.pack("key", "");

    assertThat(KplRecords.unpack(packed).orElseThrow())
        .singleElement()
        .satisfies(part -> assertThat(part.data()).isEmpty());
  }

  @Test
  void takesARecordWithAWrongDigestForAPlainOne() {
    byte[] packed = KplPacker.pack("key", "one");
    packed[packed.length - 1] ^= 1;

    assertThat(KplRecords.unpack(packed)).isEmpty();
  }

  @Test
  void takesARecordThatOnlyBeginsAlikeForAPlainOne() {
    assertThat(KplRecords.unpack(new byte[] {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2}))
        .isEmpty();
    assertThat(KplRecords.unpack(KplPacker.seal("no protobuf at all".getBytes(UTF_8)))).isEmpty();
  }

  @Test
  void takesAKeyOutsideTheTableForAPlainRecord() {
    byte[] message = {0x1A, 0x04, 0x08, 0x05, 0x1A, 0x00};

    assertThat(KplRecords.unpack(KplPacker.seal(message))).isEmpty();
  }

  @Test
  void survivesAnyBytesBehindARightDigest() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] message = new byte[random.nextInt(40)];
      random.nextBytes(message);
      byte[] sealed = KplPacker.seal(message);

      KplRecords.unpack(sealed)
          .ifPresent(parts -> assertThat(parts).allSatisfy(part -> assertThat(part).isNotNull()));
    }
  }
}
