package dev.tidewatch.metricset.timestamp;

import dev.tidewatch.metricset.timestamp.PatternLetters.Kind;
import dev.tidewatch.metricset.timestamp.PatternLetters.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a timestamp stand when each has its fixed place: year, month and day, maybe
 * hour, minute and second, ASCII characters between them, and at the end maybe a fraction and an
 * offset.
 *
 * @param places where each of {@code u M d H m s} begins; -1 for one the pattern does not have
 * @param template the characters at their places, 0 where digits stand
 * @param fraction what introduces the fraction; 0 without one
 * @param offset whether an offset ends the text, {@code Z} for none
 */
@SuppressWarnings("ArrayRecordComponent") // read in the hot path, never compared
record FixedWidthLayout(int[] places, byte[] template, byte fraction, boolean offset) {
  private static final String LETTERS = "uMdHms";

  static Optional<FixedWidthLayout> of(List<Part> parts) {
    int[] places = new int[LETTERS.length()];
    Arrays.fill(places, -1);
    StringBuilder template = new StringBuilder();
    byte fraction = 0;
    boolean offset = parts.get(parts.size() - 1).letter() == 'X';
    int count = offset ? parts.size() - 1 : parts.size();
    for (int i = 0; i < count; i++) {
      Part part = parts.get(i);
      if (part.kind() == Kind.LITERAL) {
        template.append(part.text());
      } else if (part.kind() == Kind.FRACTION && i == count - 1) {
        fraction = (byte) part.text().charAt(0);
      } else if (!place(part, template, places)) {
        return Optional.empty();
      }
    }
    boolean ascii = template.chars().allMatch(character -> character < 128);
    return ascii
        ? Optional.of(new FixedWidthLayout(places, bytes(template), fraction, offset))
        : Optional.empty();
  }

  private static boolean place(Part part, StringBuilder template, int[] places) {
    int field = part.kind() == Kind.LETTERS ? LETTERS.indexOf(part.letter()) : -1;
    int width = field == 0 ? 4 : 2;
    if (field < 0 || part.width() != width || places[field] >= 0) {
      return false;
    }
    places[field] = template.length();
    template.append("\0".repeat(width));
    return true;
  }

  private static byte[] bytes(CharSequence ascii) {
    byte[] bytes = new byte[ascii.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ascii.charAt(i);
    }
    return bytes;
  }

  int width() {
    return template.length;
  }
}
