package dev.tidewatch.evaluation.rootcause;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import java.util.ArrayList;
import java.util.List;

/**
 * The leaves of a cube in one interval.
 *
 * @param name what the case is called
 * @param dimensions the dimensions, in the order of the file
 * @param leaves the leaves, in the order of the file
 */
public record RootCauseCase(String name, List<String> dimensions, List<Leaf> leaves) {
  private static final String ENDING = ".csv";

  /**
   * One combination of dimension values.
   *
   * @param values a value for each dimension
   * @param value what was measured
   * @param expected what was expected
   */
  public record Leaf(List<String> values, double value, double expected) {
    public Leaf {
      values = List.copyOf(values);
    }
  }

  public RootCauseCase {
    requireNonNull(name, "name");
    dimensions = List.copyOf(dimensions);
    leaves = List.copyOf(leaves);
  }

  /** Reads a file with the columns real and predict; all others are dimensions. */
  public static RootCauseCase read(DataFile file) {
    CsvTable table = new CsvTable(file);
    int value = table.column("real");
    int expected = table.column("predict");
    List<String> header = table.header();
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      if (column != value && column != expected) {
        columns.add(column);
      }
    }
    List<Leaf> leaves = new ArrayList<>();
    table.forEach(row -> leaves.add(leaf(row, columns, value, expected)));
    if (columns.isEmpty() || leaves.isEmpty()) {
      throw new MalformedData(file.path() + " has no dimension or no leaf");
    }
    String name = file.name().substring(0, file.name().length() - ENDING.length());
    return new RootCauseCase(name, columns.stream().map(header::get).toList(), leaves);
  }

  private static Leaf leaf(CsvTable.Row row, List<Integer> columns, int value, int expected) {
    Leaf leaf =
        new Leaf(columns.stream().map(row::text).toList(), row.number(value), row.number(expected));
    if (!Double.isFinite(leaf.value()) || !Double.isFinite(leaf.expected())) {
      throw row.wrong("a leaf needs both real and predict, finite numbers");
    }
    return leaf;
  }
}
