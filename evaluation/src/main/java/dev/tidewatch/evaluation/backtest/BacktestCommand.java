package dev.tidewatch.evaluation.backtest;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.command.CommandFrame;
import dev.tidewatch.evaluation.file.DataFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./evaluate backtest}. */
@Command(
    name = "backtest",
    description = {
      "Feeds a labelled metric set to the whole engine: the oldest 70 %% are history, the newest 30"
          + " %% are judged, as a backtest of Lookout for Metrics does. Prints what was found of what"
          + " is labelled: by the leaves' own series, and by anomaly groups, of which only those count"
          + " that name the leaf as the explanation.",
      "",
      "The file has a column timestamp, measures that have a column MEASURE_label (0 or 1) beside"
          + " them, and dimensions in all other columns."
    },
    footerHeading = "%nExample:%n",
    footer = "  ./evaluate backtest --data generator/src/test/resources/aws-ecommerce",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the figures were printed",
      "1:the file cannot be read, or is not what it should be",
      "2:the options are wrong"
    })
public final class BacktestCommand implements Callable<Integer> {
  private static final String FILE = "label.csv";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder that holds label.csv, plain or .gz.")
  private @Nullable Path data;

  @Option(
      names = "--severity",
      paramLabel = "N",
      description = "What counts as an alert, and more. Default: 50.")
  private double severity = 50;

  @Mixin private CommandFrame frame = new CommandFrame();

  @Override
  public Integer call() {
    Path folder = requireNonNull(data, "data");
    DataFile file =
        DataFile.in(folder, FILE)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--data " + folder + " holds neither " + FILE + " nor " + FILE + ".gz"));
    LabelledRows rows = LabelledRows.read(file);
    print(rows, new Backtest(rows, severity).run());
    return ExitCode.OK;
  }

  private void print(LabelledRows rows, Backtest backtest) {
    PrintWriter out = frame.out();
    out.println("measure    told by    events  found  recall  alerts wrong  precision");
    for (String measure : rows.measures()) {
      print(out, measure, "series", backtest.series(measure));
      print(out, measure, "groups", backtest.groups(measure));
      if (backtest.unspecific(measure) > 0) {
        out.println(measure + ": groups that name no leaf: " + backtest.unspecific(measure));
      }
    }
    out.flush();
  }

  private static void print(PrintWriter out, String measure, String by, Tally tally) {
    out.printf(
        Locale.ROOT,
        "%-10s %-8s %8d %6d %7.4f %13d %10.4f%n",
        measure,
        by,
        tally.events(),
        tally.found(),
        tally.recall(),
        tally.wrong(),
        tally.precision());
  }
}
