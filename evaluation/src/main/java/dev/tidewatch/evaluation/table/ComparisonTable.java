package dev.tidewatch.evaluation.table;

import dev.tidewatch.evaluation.timing.TimingFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** All figures of all methods, and how far the engine has come. */
final class ComparisonTable {
  private static final String NONE = "-";

  private final Map<String, Figures> methods = new LinkedHashMap<>();

  /**
   * Adds a method; the first is the engine.
   *
   * @param name what it is called
   * @param report what the scorer printed about its results
   * @param results its folder of results, where its timings are kept
   */
  public void add(String name, String report, Path results) {
    methods.put(name, new Figures(report, new TimingFile(results).read()));
  }

  /** The table as text, with a line for each figure and a column for each method. */
  public String text() {
    TextTable table = new TextTable(header());
    for (Figure figure : Figure.values()) {
      table.add(row(figure));
    }
    return table
        + "\nfirst targets reached: "
        + reached(Figure::firstTarget)
        + ", beyond: "
        + reached(Figure::beyond)
        + "\n";
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(methods.keySet());
    header.addAll(List.of("first target", "reached", "beyond", "reached"));
    return header;
  }

  private List<String> row(Figure figure) {
    List<String> row = new ArrayList<>(List.of(figure.title()));
    for (Figures figures : methods.values()) {
      OptionalDouble value = figures.of(figure);
      row.add(value.isPresent() ? figure.text(value.getAsDouble()) : NONE);
    }
    for (OptionalDouble target : List.of(figure.firstTarget(), figure.beyond())) {
      row.add(target.isPresent() ? figure.targetText(target.getAsDouble()) : "");
      row.add(verdict(figure, target));
    }
    return row;
  }

  private String verdict(Figure figure, OptionalDouble target) {
    OptionalDouble value = engine(figure);
    if (target.isEmpty()) {
      return "";
    }
    if (value.isEmpty()) {
      return NONE;
    }
    return figure.isReached(value.getAsDouble(), target.getAsDouble()) ? "yes" : "no";
  }

  private OptionalDouble engine(Figure figure) {
    return methods.values().stream()
        .findFirst()
        .map(figures -> figures.of(figure))
        .orElse(OptionalDouble.empty());
  }

  private String reached(Function<Figure, OptionalDouble> targetOf) {
    int targets = 0;
    int reached = 0;
    for (Figure figure : Figure.values()) {
      OptionalDouble target = targetOf.apply(figure);
      targets += target.isPresent() ? 1 : 0;
      reached += verdict(figure, target).equals("yes") ? 1 : 0;
    }
    return reached + " of " + targets;
  }
}
