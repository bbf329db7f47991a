package dev.tidewatch.detector.alerting.message;

import java.text.Normalizer;

/** Makes names and values out of foreign hands harmless: one line, nothing invisible, not long. */
public final class Plain {
  private static final int REPLACEMENT = 0xFFFD;

  private Plain() {}

  /**
   * Control characters, line ends, marks that turn the direction of reading and other invisible
   * ones become spaces, halves of surrogate pairs U+FFFD; what is too long ends with an ellipsis.
   *
   * @param most characters, at least 1
   */
  public static String line(String text, int most) {
    StringBuilder line = new StringBuilder();
    text.codePoints().map(Plain::visible).forEach(line::appendCodePoint);
    return cut(line.toString().replaceAll(" +", " ").strip(), most, "…");
  }

  private static int visible(int character) {
    return switch (Character.getType(character)) {
      case Character.SURROGATE -> REPLACEMENT;
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          ' ';
      default -> character;
    };
  }

  /**
   * The same in printable ASCII: accents are dropped, all else that is foreign becomes a question
   * mark.
   *
   * @param most characters, at least 1
   */
  static String ascii(String text, int most) {
    String apart = Normalizer.normalize(line(text, Integer.MAX_VALUE), Normalizer.Form.NFKD);
    StringBuilder ascii = new StringBuilder();
    apart
        .codePoints()
        .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
        .map(character -> character >= ' ' && character <= '~' ? character : '?')
        .forEach(ascii::appendCodePoint);
    return cut(ascii.toString().strip(), most, "~");
  }

  private static String cut(String text, int most, String end) {
    if (text.length() <= most) {
      return text;
    }
    int length = Math.max(0, most - end.length());
    if (length > 0 && Character.isHighSurrogate(text.charAt(length - 1))) {
      length--;
    }
    return text.substring(0, length).stripTrailing() + end;
  }

  /** No half of a surrogate pair, which no encoding can hold; else as it is, up to a length. */
  static String whole(String text, int most) {
    String cut = cut(text, most, "…");
    boolean broken =
        cut.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE);
    if (!broken) {
      return cut;
    }
    StringBuilder whole = new StringBuilder();
    cut.codePoints()
        .map(each -> Character.getType(each) == Character.SURROGATE ? REPLACEMENT : each)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
