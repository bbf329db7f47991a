package dev.tidewatch.evaluation;

import dev.tidewatch.evaluation.backtest.BacktestCommand;
import dev.tidewatch.evaluation.calibration.CalibrationCommand;
import dev.tidewatch.evaluation.command.CommandFrame;
import dev.tidewatch.evaluation.determinism.DeterminismCommand;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.folder.Folders;
import dev.tidewatch.evaluation.live.LiveCommand;
import dev.tidewatch.evaluation.picture.Gallery;
import dev.tidewatch.evaluation.picture.PictureCommand;
import dev.tidewatch.evaluation.run.EvaluationRun;
import dev.tidewatch.evaluation.run.Part;
import dev.tidewatch.evaluation.run.RunProgress;
import dev.tidewatch.evaluation.run.Workload;
import dev.tidewatch.evaluation.run.Workloads;
import dev.tidewatch.evaluation.speed.SpeedCommand;
import dev.tidewatch.evaluation.table.TableCommand;
import dev.tidewatch.evaluation.timing.Timing;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command behind {@code ./evaluate}. */
@Command(
    name = "evaluate",
    version = "evaluate 0.1.0",
    subcommands = {
      TableCommand.class,
      BacktestCommand.class,
      PictureCommand.class,
      CalibrationCommand.class,
      DeterminismCommand.class,
      SpeedCommand.class,
      LiveCommand.class
    },
    description = {
      "Runs the detection engine over labelled data sets and writes what it says about every row,"
          + " group and case. The labels are never read here: what is written is scored"
          + " afterwards, by the scorer that comes with the data."
    },
    footerHeading = "%nData folder (parts may be absent, files plain or .gz):%n",
    footer = {
      "  nab/data/CATEGORY/FILE.csv     timestamp,value",
      "  kpi/SET/series/SERIES.csv      timestamp,value",
      "  cube/NAME/data.csv, meta.json  timestamp, dimensions, measures",
      "  rca/cases/CASE.csv             attributes, real, predict",
      "",
      "Examples:",
      "  The engine over everything, then the same with the public methods:",
      "    ./evaluate --data data --results results",
      "    ./evaluate --data data --results results --baselines",
      "  The single series only, with a picture of each:",
      "    ./evaluate --data data --results results --only nab,kpi --pictures",
      "  What it is worth, and where it went wrong:",
      "    ./evaluate table --data data --results results",
      "    ./evaluate picture --data data --results results --set kpi/cmd --worst 10"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was written",
      "1:a file could not be read or written, or is not what it should be",
      "2:the options are wrong"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "Only these parts, of nab, kpi, cube and rca. Default: all.")
  private Set<Part> only = EnumSet.noneOf(Part.class);

  @Option(
      names = "--forest",
      description =
          "Run the engine with a forest over single series, too, as method tidewatch-forest: takes"
              + " minutes.")
  private boolean forest;

  @Option(names = "--baselines", description = "Run the public methods, too: takes minutes.")
  private boolean baselines;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "",
      description = "Draw every series, too. Default folder: pictures in that of the results.")
  private @Nullable String pictures;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "How many tasks at a time; results do not depend on it. Default: all cores.")
  private int cores = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin private CommandFrame frame = new CommandFrame();

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new EvaluateCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((exception, arguments) -> refused(exception))
        .setExecutionExceptionHandler(
            (exception, commandLine, result) -> failed(exception, commandLine));
  }

  @Override
  public Integer call() {
    List<Workload> workloads = plan();
    RunProgress progress = quiet ? RunProgress.NONE : RunProgress.on(frame.err(), System.getenv());
    report(frame.out(), workloads, new EvaluationRun(cores, progress));
    draw(frame.out());
    return ExitCode.OK;
  }

  private List<Workload> plan() {
    Path data = folders.data();
    if (cores < 1) {
      throw new IllegalArgumentException("--cores is 1 or more, not " + cores);
    }
    Set<Part> parts = only.isEmpty() ? EnumSet.allOf(Part.class) : only;
    List<Workload> workloads =
        new Workloads(data, folders.results(), parts, forest, baselines).plan();
    if (workloads.isEmpty()) {
      throw new IllegalArgumentException(
          "--data " + data + " holds none of nab/data, kpi/*/series, cube and rca/cases");
    }
    return workloads;
  }

  private void draw(PrintWriter out) {
    if (pictures != null) {
      Path folder = pictures.isEmpty() ? folders.results().resolve("pictures") : Path.of(pictures);
      out.println(new Gallery(folders.data()).all(folder) + " pictures in " + folder);
    }
  }

  private static void report(PrintWriter out, List<Workload> workloads, EvaluationRun run) {
    out.println("method           set           series      points  us/point");
    run.run(workloads, (workload, timing) -> line(out, workload, timing));
  }

  private static void line(PrintWriter out, Workload workload, Timing timing) {
    out.printf(
        Locale.ROOT,
        "%-16s %-12s %7d %11d %9.2f%n",
        workload.method(),
        workload.set(),
        timing.series(),
        timing.points(),
        timing.microsPerPoint());
    out.flush();
  }

  /** One sentence, not the whole help: what is wrong would be out of sight above it. */
  private static int refused(ParameterException exception) {
    return refused(exception, exception.getCommandLine());
  }

  private static int refused(Exception exception, CommandLine commandLine) {
    PrintWriter err = commandLine.getErr();
    err.println("evaluate: " + message(exception));
    if (exception instanceof ParameterException unmatched) {
      CommandLine.UnmatchedArgumentException.printSuggestions(unmatched, err);
    }
    err.println("Try './" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** One sentence; only what nobody foresaw comes with its trace. */
  private static int failed(Exception exception, CommandLine commandLine) throws Exception {
    if (exception instanceof IllegalArgumentException) {
      return refused(exception, commandLine);
    }
    if (exception instanceof MalformedData || exception instanceof UncheckedIOException) {
      commandLine.getErr().println("evaluate: " + message(exception));
      return ExitCode.SOFTWARE;
    }
    throw exception;
  }

  private static String message(Exception exception) {
    String message = exception.getMessage();
    return message == null ? exception.toString() : message;
  }
}
