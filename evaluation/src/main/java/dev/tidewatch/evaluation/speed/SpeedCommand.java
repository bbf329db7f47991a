package dev.tidewatch.evaluation.speed;

import dev.tidewatch.evaluation.command.CommandFrame;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./evaluate speed}. */
@Command(
    name = "speed",
    description = {
      "Measures what scoring costs, from one series to a million, every five minutes each, and AWS's"
          + " random cut forest with OpenSearch's settings beside it. Every line is a JVM of its"
          + " own: medians of several runs in processor time of one core, the garbage collector's"
          + " included; memory is what the heap holds after a collection. What would not fit into"
          + " the machine's memory is left out with a word.",
      "",
      "Takes five minutes, and 6 GB for the million series; --quick a quarter of a minute."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./evaluate speed", "  ./evaluate speed --quick", "  ./evaluate speed --no-forest"})
public final class SpeedCommand implements Callable<Integer> {
  private static final List<Integer> SIZES = List.of(1, 1_000, 50_000, 1_000_000);
  private static final List<Integer> QUICK_SIZES = List.of(1, 1_000);
  private static final List<Integer> FOREST_SIZES = List.of(1, 1_000);
  private static final List<Integer> QUICK_FOREST_SIZES = List.of(1, 20);
  private static final List<Integer> DETECTOR_SIZES = List.of(1_000, 50_000, 100_000);
  private static final List<Integer> QUICK_DETECTOR_SIZES = List.of(1_000);
  private static final List<Integer> SEARCH_SIZES = List.of(1_440, 48_000);
  private static final int RUNS = 7;
  private static final int QUICK_RUNS = 3;

  @Option(names = "--quick", description = "Few series and few runs: to see that it works.")
  private boolean quick;

  @Option(
      names = "--no-forest",
      negatable = false,
      description = "Leave the random cut forest out.")
  private boolean noForest;

  @Mixin private CommandFrame frame = new CommandFrame();

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    SpeedTable table = new SpeedTable(out);
    table.head();
    measure(TrialKind.SERIES, quick ? QUICK_SIZES : SIZES, table);
    if (!noForest) {
      measure(TrialKind.FOREST, quick ? QUICK_FOREST_SIZES : FOREST_SIZES, table);
      SIZES.stream().filter(size -> size > 1_000).forEach(table::extrapolateForest);
    }
    List<Integer> leaves = quick ? QUICK_DETECTOR_SIZES : DETECTOR_SIZES;
    Map<TrialRun, Figures> work = measure(TrialKind.DETECTOR, leaves, table);
    out.println();
    work.forEach(table::addWork);
    for (int size : SEARCH_SIZES) {
      new TrialRun(TrialKind.SEARCH, size).figures(runs()).ifPresent(table::addSearch);
    }
    return ExitCode.OK;
  }

  private int runs() {
    return quick ? QUICK_RUNS : RUNS;
  }

  private Map<TrialRun, Figures> measure(TrialKind kind, List<Integer> sizes, SpeedTable table) {
    Map<TrialRun, Figures> measured = new LinkedHashMap<>();
    for (int size : sizes) {
      TrialRun run = new TrialRun(kind, size);
      Optional<Figures> figures = run.figures(runs());
      figures.ifPresent(known -> measured.put(run, known));
      table.add(run, figures);
    }
    return measured;
  }
}
