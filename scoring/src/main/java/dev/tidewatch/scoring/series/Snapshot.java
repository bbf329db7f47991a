package dev.tidewatch.scoring.series;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The numbers of a series as bytes: "TWSS", version, fingerprint of the settings, number of floats
 * (four bytes each, big-endian), the floats, CRC-32C of all before. Equal numbers are equal bytes.
 */
final class Snapshot {
  private static final int MARK = 0x54575353;
  private static final int VERSION = 3;
  private static final int AROUND = 5 * Integer.BYTES;

  private Snapshot() {}

  static byte[] write(SeriesSettings settings, float[] memory) {
    ByteBuffer bytes = ByteBuffer.allocate(AROUND + memory.length * Float.BYTES);
    bytes.putInt(MARK).putInt(VERSION).putInt(fingerprint(settings)).putInt(memory.length);
    for (float number : memory) {
      bytes.putInt(Float.floatToIntBits(number));
    }
    return bytes.putInt(checksum(bytes.array(), bytes.position())).array();
  }

  static void read(SeriesSettings settings, byte[] state, float[] memory) {
    ByteBuffer bytes = ByteBuffer.wrap(state);
    check(state.length >= AROUND, "a state of " + state.length + " bytes is cut off");
    check(bytes.getInt() == MARK, "not the state of a series");
    int version = bytes.getInt();
    check(version == VERSION, "state of version " + version + ", this is version " + VERSION);
    int end = state.length - Integer.BYTES;
    check(bytes.getInt(end) == checksum(state, end), "the checksum of the state is wrong");
    check(bytes.getInt() == fingerprint(settings), "state of other settings than " + settings);
    int floats = bytes.getInt();
    check(
        floats == memory.length && state.length == AROUND + floats * Float.BYTES,
        "state of " + floats + " numbers, wanted " + memory.length);
    for (int i = 0; i < floats; i++) {
      memory[i] = Float.intBitsToFloat(bytes.getInt());
    }
  }

  /** How many series are watched is no part of it: that may change from day to day. */
  private static int fingerprint(SeriesSettings settings) {
    String text = settings.interval() + " " + settings.zone() + " " + settings.missing();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return checksum(bytes, bytes.length);
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, end);
    return (int) sum.getValue();
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new UnreadableState(otherwise);
    }
  }
}
