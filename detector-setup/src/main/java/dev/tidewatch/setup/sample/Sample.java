package dev.tidewatch.setup.sample;

import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvLine;
import dev.tidewatch.metricset.csv.MalformedCsv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a sample holds, by column.
 *
 * @param gzip whether it was compressed
 * @param csv how the columns are told apart; empty for JSON, an object a line
 * @param namesMadeUp whether the columns have no names of their own
 * @param rows how many rows were looked at
 * @param columns in the order of the sample
 */
public record Sample(
    boolean gzip, Optional<CsvDialect> csv, boolean namesMadeUp, int rows, List<Column> columns) {
  private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');
  private static final int MOST_ROWS = 2_000;

  public Sample {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a sample.
   *
   * @param records whether it is the records of a stream, which have no header
   * @throws IllegalStateException when nothing is in it, or neither CSV nor JSON
   */
  public static Sample of(SampleText sample, boolean records) {
    List<String> lines =
        sample.text().lines().filter(line -> !line.isBlank()).limit(MOST_ROWS).toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException("the sample is empty: give one with some rows");
    }
    if (lines.get(0).stripLeading().startsWith("[")) {
      throw new IllegalStateException(
          "the sample is one JSON array; detectors read an object a line:"
              + " jq -c '.[]' SAMPLE > sample.jsonl, and give that");
    }
    if (lines.get(0).stripLeading().startsWith("{")) {
      return new Sample(
          sample.gzip(), Optional.empty(), false, lines.size(), JsonColumns.of(lines));
    }
    char quote = lines.stream().anyMatch(line -> line.matches(".*(^|[,\\t;|])'.*'.*")) ? '\'' : '"';
    CsvDialect dialect = dialect(lines, quote);
    List<List<String>> rows = rows(lines, dialect);
    boolean header = !records && hasHeader(rows);
    List<String> names =
        header
            ? rows.get(0)
            : IntStream.rangeClosed(1, rows.get(0).size()).mapToObj(i -> "column" + i).toList();
    List<List<String>> data = header ? rows.subList(1, rows.size()) : rows;
    if (rows.size() == 1 && rows.get(0).stream().noneMatch(Sample::hasDigitFirst)) {
      throw new IllegalStateException(
          "the sample has one line only, a header it seems: give one with some rows");
    }
    return new Sample(
        sample.gzip(),
        Optional.of(new CsvDialect(dialect.delimiter(), dialect.quote(), header)),
        !header,
        data.size(),
        columns(names, data));
  }

  /** The delimiter that cuts most rows into as many columns as the first. */
  private static CsvDialect dialect(List<String> lines, char quote) {
    CsvDialect best = new CsvDialect(',', Optional.of(quote), true);
    double most = 0;
    for (char delimiter : DELIMITERS) {
      CsvDialect dialect = new CsvDialect(delimiter, Optional.of(quote), true);
      List<List<String>> rows = rows(lines, dialect);
      int width = rows.isEmpty() ? 0 : rows.get(0).size();
      double same = rows.stream().filter(row -> row.size() == width).count();
      double score = width < 2 ? 0 : same / lines.size() + Math.min(width, 50) / 1000.0;
      if (score > most) {
        best = dialect;
        most = score;
      }
    }
    if (most < 0.5) {
      throw new IllegalStateException(
          "the sample is neither JSON, an object a line, nor CSV with commas, tabs, ; or |: '"
              + lines.get(0).substring(0, Math.min(60, lines.get(0).length()))
              + "'");
    }
    return best;
  }

  private static List<List<String>> rows(List<String> lines, CsvDialect dialect) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      try {
        rows.add(CsvLine.fields(line, dialect));
      } catch (MalformedCsv notOfThisDialect) {
        // counts against it
      }
    }
    return rows;
  }

  /** A first row without any number, above rows with some. */
  private static boolean hasHeader(List<List<String>> rows) {
    return rows.get(0).stream().noneMatch(Sample::hasDigitFirst)
        && rows.stream().skip(1).anyMatch(row -> row.stream().anyMatch(Sample::hasDigitFirst));
  }

  private static boolean hasDigitFirst(String text) {
    return text.matches("[-+]?[0-9].*");
  }

  private static List<Column> columns(List<String> names, List<List<String>> rows) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new Column(
                    names.get(i),
                    rows.stream().filter(row -> i < row.size()).map(row -> row.get(i)).toList()))
        .toList();
  }
}
