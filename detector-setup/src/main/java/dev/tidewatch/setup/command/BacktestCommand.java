package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.setup.anomaly.Anomalies;
import dev.tidewatch.setup.blueprint.Backtest;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Planner;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries the detector on its history. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Tries the detector of the file on its history: a detector of its own, NAME-backtest, learns from the oldest 70 %"
          + " and tells what it would have told of the rest; it is taken away again unless --keep. Nobody is alerted.",
      ""
    })
public final class BacktestCommand implements Callable<Integer> {
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final GroupOptions groups = new GroupOptions();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(names = "--keep", description = "Leave the backtest's detector, to look at it further.")
  private boolean keep;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30m",
      description = "How long to wait for it. Default: 30m.")
  private String timeout = "30m";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    Blueprint backtest = Backtest.of(file.read());
    PrintWriter err = spec.commandLine().getErr();
    try (Session session = Session.open(backtest, TargetKind.LOOKOUT)) {
      return Interruption.toldDuring(() -> run(session), err);
    }
  }

  private int run(Session session) {
    PrintWriter err = spec.commandLine().getErr();
    new Apply(new StepTalk(err)).run(session.target().plan(new Planner(false)));
    int code =
        new LearningTalk(session.directory(), err)
            .untilLearnt(DurationText.read(timeout), false, err);
    if (code == 0) {
      Anomalies found = DetectorOf.anomalies(session);
      AnomaliesLsCommand.print(
          found.list(groups.question(InstantSource.system())),
          output.json(),
          spec.commandLine().getOut());
    }
    if (!keep) {
      new Apply(new StepTalk(err)).run(session.target().destruction(false));
    }
    return code;
  }
}
