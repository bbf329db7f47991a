package dev.tidewatch.etl.shape;

import dev.tidewatch.etl.shape.FieldValues.Kind;
import dev.tidewatch.metricset.RecordFormat;
import java.util.Collections;
import java.util.List;

/**
 * Finds fields in CSV records (RFC 4180, in the dialect's symbols). A quote opens a quoted field
 * only at its beginning; elsewhere it stands for itself. A record has exactly the columns that are
 * named. The dialect's header is that of files: records in a stream have none.
 */
final class CsvDecoder implements RecordDecoder {
  /** No ASCII character. */
  private static final byte NO_QUOTE = -1;

  private final byte delimiter;
  private final byte quote;

  /** The field in each column, or -1. */
  private final int[] fields;

  private CsvDecoder(byte delimiter, byte quote, int[] fields) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.fields = fields;
  }

  static CsvDecoder of(RecordFormat.Csv format, FieldLayout layout) {
    List<String> columns = format.columns();
    for (String field : layout.fields()) {
      checkOnce(field, columns);
    }
    return new CsvDecoder(
        ascii(format.dialect().delimiter(), "delimiter"),
        format.dialect().quote().map(symbol -> ascii(symbol, "quote")).orElse(NO_QUOTE),
        columns.stream().mapToInt(layout.fields()::indexOf).toArray());
  }

  private static void checkOnce(String field, List<String> columns) {
    int times = Collections.frequency(columns, field);
    if (times != 1) {
      throw new IllegalArgumentException(
          "the field '"
              + field
              + "' is "
              + (times == 0 ? "no column" : times + " columns")
              + " of the CSV records, which have "
              + String.join(", ", columns));
    }
  }

  private static byte ascii(char symbol, String role) {
    if (symbol > 127) {
      throw new IllegalArgumentException(
          "the " + role + " is an ASCII character, not '" + symbol + "'");
    }
    return (byte) symbol;
  }

  @Override
  public void decode(byte[] data, int from, int to, FieldValues values)
      throws UnusableRecordException {
    int column = 0;
    int at = from;
    while (true) {
      int field = column < fields.length ? fields[column] : -1;
      at =
          at < to && data[at] == quote
              ? quoted(data, at + 1, to, field, values)
              : plain(data, at, to, field, values);
      column++;
      if (at == to) {
        break;
      }
      at++;
    }
    if (column != fields.length) {
      throw malformed(column + " columns instead of " + fields.length);
    }
  }

  /** Reads a field without quotes; answers the index of the delimiter behind it, or the end. */
  private int plain(byte[] data, int from, int to, int field, FieldValues values) {
    int at = Bytes.indexOf(delimiter, data, from, to);
    if (field >= 0) {
      values.set(field, Kind.TEXT, data, from, at);
    }
    return at;
  }

  private int quoted(byte[] data, int from, int to, int field, FieldValues values)
      throws UnusableRecordException {
    int close = closingQuote(data, from, to);
    if (close == to) {
      throw malformed("a quoted field does not end");
    }
    if (close + 1 < to && data[close + 1] != delimiter) {
      throw malformed("text follows a quoted field before the next delimiter");
    }
    if (field >= 0) {
      values.setUnquoted(field, data, from, close, quote);
    }
    return close + 1;
  }

  /** The index of the first quote that is not doubled, or the end. */
  private int closingQuote(byte[] data, int from, int to) {
    int at = from;
    while (true) {
      at = Bytes.indexOf(quote, data, at, to);
      if (at == to || at + 1 == to || data[at + 1] != quote) {
        return at;
      }
      at += 2;
    }
  }

  @Override
  public int recordEnd(byte[] data, int from) {
    int lineEnd = Bytes.indexOf((byte) '\n', data, from, data.length);
    if (quote == NO_QUOTE
        || lineEnd + 1 >= data.length
        || Bytes.indexOf(quote, data, from, lineEnd) == lineEnd) {
      return lineEnd;
    }
    return quotedRecordEnd(data, from);
  }

  private int quotedRecordEnd(byte[] data, int from) {
    boolean fieldBegins = true;
    for (int at = from; at < data.length; at++) {
      byte character = data[at];
      if (fieldBegins && character == quote) {
        at = closingQuote(data, at + 1, data.length);
        fieldBegins = false;
      } else if (character == '\n') {
        return at;
      } else {
        fieldBegins = character == delimiter;
      }
    }
    return data.length;
  }

  private static UnusableRecordException malformed(String detail) {
    return new UnusableRecordException(RejectReason.MALFORMED, detail);
  }
}
