package dev.tidewatch.etl.files;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a file's bytes into records, one a line. A line break inside quotes does not end a record.
 * The quotes stay, and so do blank lines, but for one at the end; carriage returns before line
 * breaks go.
 */
final class RecordSplitter implements Iterator<byte[]> {
  private static final int NO_QUOTE = -1;

  private final byte[] content;
  private final int quote;
  private int position;

  private RecordSplitter(byte[] content, int quote) {
    this.content = content;
    this.quote = quote;
  }

  /** Every line break ends a record, as in JSON Lines. */
  static RecordSplitter ofLines(byte[] content) {
    return new RecordSplitter(content, NO_QUOTE);
  }

  /** A line break inside the quotes does not, as in CSV. */
  static RecordSplitter ofQuotedLines(byte[] content, char quote) {
    return new RecordSplitter(content, quote);
  }

  /** Where the next record begins: the number of bytes before it. */
  int position() {
    return position;
  }

  @Override
  public boolean hasNext() {
    return position < content.length;
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no record after byte " + position);
    }
    int from = position;
    int end = lineBreak(from);
    position = Math.min(end + 1, content.length);
    int to = end > from && end < content.length && content[end - 1] == '\r' ? end - 1 : end;
    return Arrays.copyOfRange(content, from, to);
  }

  /** The place of the line break that ends the record, or the end of the file. */
  private int lineBreak(int from) {
    boolean quoted = false;
    for (int i = from; i < content.length; i++) {
      byte character = content[i];
      if (character == quote) {
        quoted = !quoted;
      } else if (character == '\n' && !quoted) {
        return i;
      }
    }
    return quoted ? unquotedLineBreak(from) : content.length;
  }

  /**
   * A quote that is never closed must not swallow the rest of the file: its line alone is wrong.
   */
  private int unquotedLineBreak(int from) {
    for (int i = from; i < content.length; i++) {
      if (content[i] == '\n') {
        return i;
      }
    }
    return content.length;
  }
}
