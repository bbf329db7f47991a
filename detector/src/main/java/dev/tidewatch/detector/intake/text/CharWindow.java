package dev.tidewatch.detector.intake.text;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** A stretch of a text in memory, from the record that is read on; grows while one looks ahead. */
final class CharWindow {
  /** How long a record may be. */
  static final int MAX_RECORD = 1024 * 1024;

  static final int END = -1;
  private static final int FIRST_SIZE = 16 * 1024;

  private final Reader reader;
  private char[] chars = new char[FIRST_SIZE];
  private int start;
  private int limit;
  private boolean ended;

  CharWindow(Reader reader) {
    this.reader = reader;
  }

  /** The character so many places on, or {@link #END}. */
  int at(int offset) throws IOException {
    int index = start + offset;
    return index < limit ? chars[index] : readUpTo(offset);
  }

  private int readUpTo(int offset) throws IOException {
    while (start + offset >= limit) {
      if (ended) {
        return END;
      }
      makeRoom();
      int count = reader.read(chars, limit, chars.length - limit);
      if (count < 0) {
        ended = true;
      } else {
        limit += count;
      }
    }
    return chars[start + offset];
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(chars, start, chars, 0, limit - start);
      limit -= start;
      start = 0;
    }
    if (limit == chars.length) {
      chars = Arrays.copyOf(chars, 2 * chars.length);
    }
  }

  /** Leaves so many characters behind. */
  void advance(int count) {
    start += count;
  }

  /** Leaves line breaks behind, and a byte order mark. */
  void skipLineBreaks() throws IOException {
    while (isLineBreak(at(0))) {
      advance(1);
    }
  }

  void skipByteOrderMark() throws IOException {
    if (at(0) == '\uFEFF') {
      advance(1);
    }
  }

  /** Leaves the rest of the line behind, keeping none of it. */
  void skipLine() throws IOException {
    int character = at(0);
    while (character != END && !isLineBreak(character)) {
      advance(1);
      character = at(0);
    }
  }

  static boolean isLineBreak(int character) {
    return character == '\n' || character == '\r';
  }

  /** Where the text is; only until the window moves. */
  char[] chars() {
    return chars;
  }

  /** The index of an offset in {@link #chars}. */
  int index(int offset) {
    return start + offset;
  }
}
