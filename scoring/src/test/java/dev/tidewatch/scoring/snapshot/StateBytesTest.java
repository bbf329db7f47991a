package dev.tidewatch.scoring.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateBytesTest {
  private static final float[] FLOATS = new float[40_000];

  static {
    for (int i = 0; i < FLOATS.length; i++) {
      FLOATS[i] = i == 7 ? Float.NaN : i / 3f;
    }
  }

  static String[] oddTexts() {
    return new String[] {
      "",
      "\0",
      "ä€\uD83D\uDE00",
      "\uD800",
      "\uDC00?",
      "x".repeat(StateWriter.CHUNK + 1),
      "y".repeat(2 << 20)
    };
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void anyTextComesBackAsItWas(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(bytes);
    out.text(text);
    out.end();
    StateReader in = reader(bytes.toByteArray());
    assertThat(in.text().equals(text)).isTrue();
    in.end();
  }

  @Test
  void everythingComesBackAcrossChunks() {
    StateReader in = reader(some());
    float[] floats = new float[FLOATS.length];
    assertThat(in.integer()).isEqualTo(-5);
    in.floats(floats, floats.length);
    assertThat(floats).isEqualTo(FLOATS);
    assertThat(in.longer()).isEqualTo(Long.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits(in.real())).isEqualTo(Double.doubleToRawLongBits(-0.0));
    in.end();
  }

  @Test
  void noChangedByteIsTaken() {
    byte[] bytes = some();
    for (int i = 0; i < bytes.length; i += i < 100 || i > bytes.length - 100 ? 1 : 997) {
      byte[] changed = bytes.clone();
      changed[i] ^= (byte) (1 << i % 8);
      assertThatThrownBy(() -> readAll(changed))
          .as("byte %d", i)
          .isInstanceOf(DamagedSnapshot.class);
    }
  }

  @Test
  void noCutIsTaken() {
    byte[] bytes = some();
    for (int length = 0; length < bytes.length; length += length < 100 ? 1 : 997) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> readAll(cut))
          .as("cut at %d", length)
          .isInstanceOf(DamagedSnapshot.class);
    }
  }

  private static void readAll(byte[] bytes) {
    StateReader in = reader(bytes);
    in.integer();
    in.floats(new float[FLOATS.length], FLOATS.length);
    in.longer();
    in.real();
    in.end();
  }

  private static byte[] some() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(bytes);
    out.integer(-5);
    out.floats(FLOATS, FLOATS.length);
    out.longer(Long.MIN_VALUE);
    out.real(-0.0);
    out.end();
    return bytes.toByteArray();
  }

  private static StateReader reader(byte[] bytes) {
    return new StateReader(new ByteArrayInputStream(bytes));
  }
}
