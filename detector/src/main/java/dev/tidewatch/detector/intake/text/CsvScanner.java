package dev.tidewatch.detector.intake.text;

import static dev.tidewatch.detector.intake.text.CharWindow.END;
import static dev.tidewatch.detector.intake.text.CharWindow.MAX_RECORD;
import static dev.tidewatch.detector.intake.text.CharWindow.isLineBreak;

import dev.tidewatch.detector.intake.RowFault;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into CSV records and these into fields. A quote that is never closed, or a text after
 * a closing quote, costs the line it is on and no other.
 */
final class CsvScanner {
  private static final int NO_QUOTE = -2;
  private static final int NONE = -1;

  /** Is told where fields are. */
  interface FieldSink {
    /**
     * @param number the field's place in the record
     * @param from offset of its first character in the window
     * @param to offset after its last
     * @param doubled whether quotes in it are doubled
     */
    void field(int number, int from, int to, boolean doubled);
  }

  private final CharWindow window;
  private final int delimiter;
  private final int quote;
  private int position;
  private int firstBreak;
  private int recordLength;

  CsvScanner(CharWindow window, CsvDialect dialect) {
    this.window = window;
    this.delimiter = dialect.delimiter();
    this.quote = dialect.quote().isPresent() ? dialect.quote().get() : NO_QUOTE;
  }

  /** Whether there is another record; leaves the one before behind. */
  boolean next() throws IOException {
    window.advance(recordLength);
    recordLength = 0;
    window.skipLineBreaks();
    return window.at(0) != END;
  }

  /** Reads the record's fields; null when that went well. */
  @Nullable RowFault read(FieldSink sink) throws IOException {
    position = 0;
    firstBreak = NONE;
    int number = 0;
    while (true) {
      RowFault fault = window.at(position) == quote ? quoted(number, sink) : plain(number, sink);
      if (fault != null) {
        leaveFaulty();
        return fault;
      }
      number++;
      if (window.at(position) != delimiter) {
        recordLength = position;
        return null;
      }
      position++;
    }
  }

  private @Nullable RowFault plain(int number, FieldSink sink) throws IOException {
    int from = position;
    int character = window.at(position);
    while (character != delimiter && character != END && !isLineBreak(character)) {
      if (position >= MAX_RECORD) {
        return RowFault.LINE_TOO_LONG;
      }
      character = window.at(++position);
    }
    sink.field(number, from, position, false);
    return null;
  }

  private @Nullable RowFault quoted(int number, FieldSink sink) throws IOException {
    int from = ++position;
    boolean doubled = false;
    while (true) {
      int character = window.at(position);
      if (character == END || position >= MAX_RECORD) {
        return character == END || firstBreak != NONE ? RowFault.MALFORMED : RowFault.LINE_TOO_LONG;
      }
      if (character == quote) {
        if (window.at(position + 1) != quote) {
          break;
        }
        doubled = true;
        position++;
      } else if (firstBreak == NONE && isLineBreak(character)) {
        firstBreak = position;
      }
      position++;
    }
    sink.field(number, from, position++, doubled);
    int after = window.at(position);
    return after == delimiter || after == END || isLineBreak(after) ? null : RowFault.MALFORMED;
  }

  /** Goes on at the next line: the first after the record's beginning. */
  private void leaveFaulty() throws IOException {
    if (firstBreak != NONE) {
      window.advance(firstBreak);
    } else {
      window.skipLine();
    }
    recordLength = 0;
  }

  /** The text of a field with its doubled quotes as one, in a new array. */
  char[] undoubled(int from, int to) {
    char[] text = new char[to - from];
    int length = 0;
    char[] chars = window.chars();
    for (int i = window.index(from); i < window.index(to); i++) {
      if (chars[i] == quote) {
        i++; // the second of a pair
      }
      text[length++] = chars[i];
    }
    return Arrays.copyOf(text, length);
  }
}
