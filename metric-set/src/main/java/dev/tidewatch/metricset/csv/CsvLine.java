package dev.tidewatch.metricset.csv;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one CSV record, cut into its fields. Quoted fields may hold delimiters, line breaks
 * and doubled quotes; a quote within an unquoted field stands for itself. Spaces belong to their
 * field. One line break at the end of the text is not part of it.
 */
public final class CsvLine {
  private final CsvDialect dialect;
  private final String text;
  private final int end;
  private final List<String> fields = new ArrayList<>();
  private int position;

  private CsvLine(String text, CsvDialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.text = text;
    this.end = text.length() - lineBreakAtEnd(text);
  }

  /**
   * The fields of a record, in order; at least one.
   *
   * @throws MalformedCsv when a quoted field does not end, goes on after its closing quote, or a
   *     second record follows
   */
  public static List<String> fields(String text, CsvDialect dialect) {
    return new CsvLine(text, dialect).readAll();
  }

  private static int lineBreakAtEnd(String text) {
    if (text.endsWith("\r\n")) {
      return 2;
    }
    return text.endsWith("\n") || text.endsWith("\r") ? 1 : 0;
  }

  private List<String> readAll() {
    readField();
    while (position < end) {
      position++; // over the delimiter at which the last field ended
      readField();
    }
    return List.copyOf(fields);
  }

  private void readField() {
    if (position < end && isQuote(text.charAt(position))) {
      readQuoted();
    } else {
      readPlain();
    }
  }

  private boolean isQuote(char character) {
    return dialect.quote().isPresent() && dialect.quote().get() == character;
  }

  private void readPlain() {
    int start = position;
    while (position < end && text.charAt(position) != dialect.delimiter()) {
      if (isLineBreak(text.charAt(position))) {
        throw new MalformedCsv(
            "a line break at character " + (position + 1) + " is followed by another record");
      }
      position++;
    }
    fields.add(text.substring(start, position));
  }

  private void readQuoted() {
    int opening = position++;
    StringBuilder field = new StringBuilder();
    while (!isClosingQuote()) {
      if (position >= end) {
        throw new MalformedCsv("the quote at character " + (opening + 1) + " is never closed");
      }
      if (isQuote(text.charAt(position))) {
        position++; // the first of a doubled quote
      }
      field.append(text.charAt(position++));
    }
    position++;
    if (position < end && text.charAt(position) != dialect.delimiter()) {
      throw new MalformedCsv(
          "after the closing quote at character "
              + position
              + " comes '"
              + text.charAt(position)
              + "' instead of a delimiter");
    }
    fields.add(field.toString());
  }

  private boolean isClosingQuote() {
    return position < end
        && isQuote(text.charAt(position))
        && !(position + 1 < end && isQuote(text.charAt(position + 1)));
  }

  private static boolean isLineBreak(char character) {
    return character == '\n' || character == '\r';
  }
}
