package dev.tidewatch.metricset.csv;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Writes CSV lines as RFC 4180 has them, but with LF line ends: a field is quoted only when it
 * holds the delimiter, a quote or a line break, and quotes in it are doubled. The same fields
 * always give the same text.
 *
 * <p>A line is written either whole, by {@link #row}, or field by field up to {@link #endRow}.
 */
public final class CsvWriter {
  private final char delimiter;
  private final char quote;
  private final boolean quotes;
  private final StringBuilder sink;
  private int fieldsInRow;
  private boolean rowIsEmpty = true;

  /**
   * @param dialect delimiter and quote; whether a header is written is up to the caller
   * @param sink where the lines are appended
   */
  public CsvWriter(CsvDialect dialect, StringBuilder sink) {
    this.delimiter = dialect.delimiter();
    this.quotes = dialect.quote().isPresent();
    this.quote = dialect.quote().orElse('\0');
    this.sink = requireNonNull(sink, "sink");
  }

  /**
   * Writes one line.
   *
   * @throws IllegalArgumentException when the dialect has no quotes and a field needs them
   */
  public CsvWriter row(List<String> fields) {
    for (String field : fields) {
      field(field);
    }
    return endRow();
  }

  /**
   * Writes the next field of the line.
   *
   * @throws IllegalArgumentException when the dialect has no quotes and the field needs them
   */
  public CsvWriter field(CharSequence field) {
    if (needsQuotes(field) && !quotes) {
      throw new IllegalArgumentException(
          "'" + field + "' holds a delimiter or a line break, and this CSV dialect has no quotes");
    }
    if (fieldsInRow++ > 0) {
      sink.append(delimiter);
    }
    rowIsEmpty &= field.isEmpty();
    if (needsQuotes(field)) {
      appendQuoted(field);
    } else {
      sink.append(field);
    }
    return this;
  }

  /** Ends the line. One that is a single empty field is quoted, since readers skip empty lines. */
  public CsvWriter endRow() {
    if (fieldsInRow == 1 && rowIsEmpty && quotes) {
      sink.append(quote).append(quote);
    }
    sink.append('\n');
    fieldsInRow = 0;
    rowIsEmpty = true;
    return this;
  }

  private boolean needsQuotes(CharSequence field) {
    for (int i = 0; i < field.length(); i++) {
      char character = field.charAt(i);
      if (character == delimiter
          || character == '\n'
          || character == '\r'
          || (quotes && character == quote)) {
        return true;
      }
    }
    return false;
  }

  private void appendQuoted(CharSequence field) {
    sink.append(quote);
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) == quote) {
        sink.append(quote);
      }
      sink.append(field.charAt(i));
    }
    sink.append(quote);
  }
}
