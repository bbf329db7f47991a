package dev.tidewatch.evaluation.table;

import dev.tidewatch.evaluation.baseline.Baselines;
import dev.tidewatch.evaluation.command.CommandFrame;
import dev.tidewatch.evaluation.folder.Folders;
import dev.tidewatch.evaluation.series.EngineMethod;
import dev.tidewatch.evaluation.series.ForestMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./evaluate table}. */
@Command(
    name = "table",
    description = {
      "Scores what ./evaluate wrote with the scorer that comes with the data (evaluate.sh in its"
          + " folder, the only one that reads labels) and prints all figures of all methods, and"
          + " which targets the engine reaches. Takes about a quarter of a minute a method."
    },
    footerHeading = "%nExample:%n",
    footer = "  ./evaluate table --data data --results results")
public final class TableCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Option(names = "--verbose", description = "Show what the scorer says, too.")
  private boolean verbose;

  @Mixin private CommandFrame frame = new CommandFrame();

  @Override
  public Integer call() {
    Scorer scorer = new Scorer(folders.data());
    ComparisonTable table = new ComparisonTable();
    methods().forEach((name, results) -> add(name, results, scorer, table));
    frame.out().print(table.text());
    frame.out().flush();
    return ExitCode.OK;
  }

  private void add(String name, Path results, Scorer scorer, ComparisonTable table) {
    frame.err().println("scoring " + name);
    frame.err().flush();
    String report = scorer.score(results);
    if (verbose) {
      frame.out().println("# " + name + "\n" + report);
    }
    table.add(name, report, results);
  }

  /** The engine and, of the engine with a forest and the baselines, all that have results. */
  private Map<String, Path> methods() {
    Path results = folders.results();
    if (!Files.isDirectory(results)) {
      throw new IllegalArgumentException(
          "--results " + results + " is no folder; run ./evaluate first to fill it");
    }
    Map<String, Path> methods = new LinkedHashMap<>();
    methods.put(EngineMethod.NAME, results);
    List<String> others = new ArrayList<>(List.of(ForestMethod.NAME));
    others.addAll(Baselines.names());
    for (String baseline : others) {
      Path folder = Folders.ofBaseline(results, baseline);
      if (Files.isDirectory(folder)) {
        methods.put(baseline, folder);
      }
    }
    return methods;
  }
}
