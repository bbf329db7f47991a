package dev.tidewatch.detector.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table for spreadsheets (RFC 4180). A text that a spreadsheet would take for a formula is
 * preceded by an apostrophe, as OWASP advises; numbers stay numbers.
 */
public final class CsvTable {
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

  private final StringBuilder text = new StringBuilder();

  public CsvTable(String... columns) {
    line(Stream.of(columns));
  }

  /** Adds a row; what is not a number stays empty. */
  public void row(Object... cells) {
    line(Stream.of(cells).map(CsvTable::cell));
  }

  private void line(Stream<String> cells) {
    text.append(cells.map(CsvTable::quoted).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return number.isNaN() ? "" : String.valueOf(number);
    }
    if (value instanceof Number) {
      return value.toString();
    }
    String said = value.toString();
    return FORMULA.matcher(said).matches() ? "'" + said : said;
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  public byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }
}
