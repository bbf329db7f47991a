package dev.tidewatch.detector.intake.detect;

import dev.tidewatch.detector.intake.text.RawRows;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a text is most likely written as CSV: the delimiter that cuts most rows into the same number
 * of columns.
 *
 * @param regular whether all rows have the same number of columns, and more than one
 * @param quoteSeen whether a field is in quotes
 * @param headerIsCertain whether the first row differs from the others in kind
 */
record CsvGuess(
    CsvDialect dialect,
    boolean regular,
    boolean quoteSeen,
    boolean headerIsCertain,
    List<List<String>> rows) {
  private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|', ' ');
  private static final int ROWS = 100;
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.:/ T-]?[0-9]*)*Z?");

  static CsvGuess of(String text) {
    Optional<Character> quote = quote(text);
    CsvDialect best = new CsvDialect(',', Optional.of(quote.orElse('"')), true);
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      CsvDialect dialect = new CsvDialect(delimiter, Optional.of(quote.orElse('"')), true);
      double score = score(RawRows.csv(text, dialect, ROWS));
      if (score > bestScore) {
        best = dialect;
        bestScore = score;
      }
    }
    List<List<String>> rows = RawRows.csv(text, best, ROWS);
    boolean firstHasNumber = !rows.isEmpty() && rows.get(0).stream().anyMatch(CsvGuess::isNumber);
    boolean othersHaveNumber =
        rows.stream().skip(1).anyMatch(row -> row.stream().anyMatch(CsvGuess::isNumber));
    CsvDialect dialect = new CsvDialect(best.delimiter(), best.quote(), !firstHasNumber);
    return new CsvGuess(
        dialect, isRegular(rows), quote.isPresent(), firstHasNumber || othersHaveNumber, rows);
  }

  private static Optional<Character> quote(String text) {
    for (char quote : new char[] {'"', '\''}) {
      Pattern field =
          Pattern.compile(
              "(^|[,\\t;| ])" + quote + "[^" + quote + "\\r\\n]*" + quote + "([,\\t;| \\r\\n]|$)",
              Pattern.MULTILINE);
      if (field.matcher(text).find()) {
        return Optional.of(quote);
      }
    }
    return Optional.empty();
  }

  /** The share of rows as wide as the first, and a little for width; 0 for one column. */
  private static double score(List<List<String>> rows) {
    if (rows.isEmpty() || rows.get(0).size() < 2) {
      return 0;
    }
    int width = rows.get(0).size();
    double same = rows.stream().filter(row -> row.size() == width).count();
    return same / rows.size() + Math.min(width, 50) / 1000.0;
  }

  private static boolean isRegular(List<List<String>> rows) {
    return rows.stream().map(List::size).distinct().count() == 1 && rows.get(0).size() > 1;
  }

  private static boolean isNumber(String text) {
    return text.length() < 40 && NUMBER.matcher(text).matches();
  }
}
