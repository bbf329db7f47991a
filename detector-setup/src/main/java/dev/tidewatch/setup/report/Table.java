package dev.tidewatch.setup.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, each column as wide as its widest text. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param heading the columns' names
   */
  public Table(String... heading) {
    rows.add(List.of(heading));
  }

  /** Adds a row of as many texts as there are columns. */
  public Table row(String... texts) {
    if (texts.length != rows.get(0).size()) {
      throw new IllegalArgumentException("a row has " + rows.get(0).size() + " texts");
    }
    rows.add(List.of(texts));
    return this;
  }

  /** How many rows there are below the heading. */
  public int size() {
    return rows.size() - 1;
  }

  /** Writes it, without blanks at the ends of lines. */
  public void print(PrintWriter out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    rows.forEach(row -> out.println(line(row, widths)));
    out.flush();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String text = row.get(column);
      line.append(text).append(" ".repeat(widths[column] - text.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
