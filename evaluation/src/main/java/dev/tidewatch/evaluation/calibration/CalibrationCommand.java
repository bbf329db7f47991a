package dev.tidewatch.evaluation.calibration;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./evaluate calibration}. */
@Command(
    name = "calibration",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Severity is a promise: how seldom a healthy series shows one as high. Scores series nothing is"
          + " wrong with and holds the alerts against the promise: a ratio of 1 is a promise kept,"
          + " below 1 the engine is quieter, above 1 louder.",
      "",
      "The series are made here, always the same: the generator's shop without anomalies and"
          + " eleven kinds of noise, each with a daily and a weekly season, every 5 minutes, hour"
          + " and day; 'young' is their first four weeks (of daily values twelve), 'grown' what"
          + " follows. Takes half a minute."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./evaluate calibration",
      "  Recorded series, too, where nothing is labelled (here labels are read: to leave events",
      "  out). What nobody labelled is not always healthy, so ratios above 1 may be right there:",
      "    ./evaluate calibration --data data"
    })
public final class CalibrationCommand implements Callable<Integer> {
  private static final double QUICK = 0.1;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder of data: its kpi/SET/series with labels, nab's artificialNoAnomaly.")
  private @Nullable Path data;

  @Option(names = "--quick", description = "A tenth of the series; severity 90 stays unsure.")
  private boolean quick;

  @Override
  public Integer call() {
    Path folder = data;
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("--data " + folder + " is no folder");
    }
    CalibrationTable table =
        new CalibrationTable(requireNonNull(spec, "spec").commandLine().getOut());
    table.head();
    for (Trial trial : Trials.plan(quick ? QUICK : 1)) {
      trial.run().forEach(finding -> table.add("made series, " + finding.stage(), finding));
    }
    if (folder != null) {
      RecordedSet.in(folder)
          .forEach(set -> set.run().forEach(finding -> table.add("recorded series", finding)));
    }
    table.foot();
    return ExitCode.OK;
  }
}
