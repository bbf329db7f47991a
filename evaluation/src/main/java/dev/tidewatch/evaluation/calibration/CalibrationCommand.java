package dev.tidewatch.evaluation.calibration;

import dev.tidewatch.evaluation.command.CommandFrame;
import dev.tidewatch.evaluation.folder.Folders;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./evaluate calibration}. */
@Command(
    name = "calibration",
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

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder of data: its kpi/SET/series with labels, nab's artificialNoAnomaly.")
  private @Nullable Path data;

  @Option(names = "--quick", description = "A tenth of the series; severity 90 stays unsure.")
  private boolean quick;

  @Mixin private CommandFrame frame = new CommandFrame();

  @Override
  public Integer call() {
    Optional<Path> folder = Folders.existing(data);
    CalibrationTable table = new CalibrationTable(frame.out());
    table.head();
    for (Trial trial : Trials.plan(quick ? QUICK : 1)) {
      trial.run().forEach(finding -> table.add("made series, " + finding.stage(), finding));
    }
    folder.stream()
        .flatMap(there -> RecordedSet.in(there).stream())
        .forEach(set -> set.run().forEach(finding -> table.add("recorded series", finding)));
    table.foot();
    return ExitCode.OK;
  }
}
