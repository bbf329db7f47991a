package dev.tidewatch.metricset.csv;

import java.util.Optional;

/**
 * How fields are told apart (contract section 5.3).
 *
 * @param quote the symbol around fields that hold a delimiter, a quote or a line break, doubled
 *     inside; empty when the producer never quotes
 * @param header whether a first line names the columns
 */
public record CsvDialect(char delimiter, Optional<Character> quote, boolean header) {
  /** Comma, double quote, header: what the interval files are written in. */
  public static final CsvDialect RFC_4180 = new CsvDialect(',', Optional.of('"'), true);

  public CsvDialect {
    if (isLineBreak(delimiter)) {
      throw new IllegalArgumentException("a line break cannot be the delimiter");
    }
    if (quote.isPresent() && isLineBreak(quote.get())) {
      throw new IllegalArgumentException("a line break cannot be the quote");
    }
    if (quote.isPresent() && quote.get() == delimiter) {
      throw new IllegalArgumentException(
          "delimiter and quote must differ, both are '" + delimiter + "'");
    }
  }

  private static boolean isLineBreak(char character) {
    return character == '\r' || character == '\n';
  }
}
