package dev.tidewatch.detector.intake.text;

/**
 * The text of one column in one record. It is the reader's own: valid until the reader goes on, and
 * copied with {@link #toString} by who wants to keep it.
 */
public final class Field implements CharSequence {
  private static final char[] NOTHING = new char[0];

  private char[] chars = NOTHING;
  private int from;
  private int to;

  Field() {}

  void set(char[] newChars, int newFrom, int newTo) {
    chars = newChars;
    from = newFrom;
    to = newTo;
  }

  void clear() {
    set(NOTHING, 0, 0);
  }

  /** A field of a text. */
  public static Field of(String text) {
    Field field = new Field();
    field.set(text.toCharArray(), 0, text.length());
    return field;
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    return chars[from + index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, from + start, end - start);
  }

  /** Leaves out spaces and tabs on both sides. */
  public Field strip() {
    while (from < to && isSpace(chars[from])) {
      from++;
    }
    while (from < to && isSpace(chars[to - 1])) {
      to--;
    }
    return this;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\t';
  }

  @Override
  public String toString() {
    return new String(chars, from, to - from);
  }
}
