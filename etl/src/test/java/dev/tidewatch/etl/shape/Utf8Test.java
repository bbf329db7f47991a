package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  private static final int[] TELLING_BYTES = {
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
    0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF
  };

  @Test
  void agreesWithTheJdkOnRandomBytes() {
    Random random = new Random(11);
    for (int i = 0; i < 200_000; i++) {
      byte[] data = new byte[random.nextInt(12)];
      for (int at = 0; at < data.length; at++) {
        data[at] = (byte) TELLING_BYTES[random.nextInt(TELLING_BYTES.length)];
      }
      assertThat(Utf8.firstInvalid(data, 0, data.length) == data.length)
          .as(() -> java.util.HexFormat.of().formatHex(data))
          .isEqualTo(isUtf8(data));
    }
  }

  @Test
  void findsTheFirstInvalidByte() {
    byte[] data = "plain text, then é, then ".getBytes(StandardCharsets.UTF_8);
    byte[] broken = java.util.Arrays.copyOf(data, data.length + 3);
    broken[data.length] = (byte) 0xC3;
    assertThat(Utf8.firstInvalid(broken, 0, broken.length)).isEqualTo(data.length);
  }

  @Test
  void countsCharacters() {
    byte[] text = "aé東😀".getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.characters(text, 0, text.length)).isEqualTo(4);
  }

  private static boolean isUtf8(byte[] data) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
