package dev.tidewatch.evaluation.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file with a header, without quoted commas: the form all public data sets here have. */
public final class CsvTable {
  private final DataFile file;

  public CsvTable(DataFile file) {
    this.file = file;
  }

  /** One line of the table. */
  public static final class Row {
    private final CsvTable table;
    private final long line;
    private final String[] cells;

    private Row(CsvTable table, long line, String[] cells) {
      this.table = table;
      this.line = line;
      this.cells = cells;
    }

    /** The cell's text without blanks and quotes; empty where the row is too short. */
    public String text(int column) {
      return column < cells.length ? cells[column] : "";
    }

    /** The cell's number, NaN where it is empty. */
    public double number(int column) {
      String text = text(column);
      try {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw wrong("'" + text + "' is no number");
      }
    }

    /** What to throw when a cell is not what it should be: says where it stands. */
    public MalformedData wrong(String what) {
      return new MalformedData(table.file.path() + ", line " + line + ": " + what);
    }
  }

  /** The header's column names, in its order. */
  public List<String> header() {
    try (BufferedReader lines = file.open()) {
      return header(lines);
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  /** The place of the first of these names in the header; capitals do not matter. */
  public int column(String... names) {
    List<String> header = header();
    for (String name : names) {
      for (int column = 0; column < header.size(); column++) {
        if (header.get(column).equalsIgnoreCase(name)) {
          return column;
        }
      }
    }
    throw new MalformedData(
        file.path() + " has no column " + names[0] + ", only " + String.join(", ", header));
  }

  /** Hands over all rows below the header, in order; empty lines are left out. */
  public void forEach(Consumer<Row> consumer) {
    try (BufferedReader lines = file.open()) {
      header(lines);
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          consumer.accept(new Row(this, number, cells(line)));
        }
      }
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  /** All rows below the header. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    forEach(rows::add);
    return rows;
  }

  private List<String> header(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new MalformedData(file.path() + " is empty; it starts with a header line");
    }
    return Arrays.asList(cells(line));
  }

  private static String[] cells(String line) {
    String[] cells = line.replace("\"", "").split(",", -1);
    Arrays.setAll(cells, i -> cells[i].strip());
    return cells;
  }
}
