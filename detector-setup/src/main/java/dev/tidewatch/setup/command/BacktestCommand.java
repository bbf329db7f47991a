package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.setup.anomaly.AnomalyBook;
import dev.tidewatch.setup.anomaly.GroupFilter;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.aws.Patience.Pause;
import dev.tidewatch.setup.backtest.Rehearsal;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.lookout.Waiting;
import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Planner;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** Says what a detector would have found. */
@Command(
    name = "backtest",
    description = {
      "Makes a detector <name>-backtest over the file's history, lets it learn from the oldest 70 %% and look at the rest,"
          + " lists what it found, and takes it away again. The file's own detector is not touched. Needs at least"
          + " 285 intervals of history.",
      ""
    })
public final class BacktestCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(names = "--keep", description = "Leave the backtest's detector, to look at it longer.")
  private boolean keep;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30m",
      description = "How long to wait for the backtest. Default: 30m.")
  private String timeout = "30m";

  @Option(
      names = "--severity",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only groups at least as severe, 0 to 100. Default: 0.")
  private int severity;

  private String told = "";

  @Override
  public Integer call() {
    Duration limit = DurationText.read(timeout);
    GroupFilter filter =
        new GroupFilter(severity, GroupFilter.ALL.since(), GroupFilter.ALL.measure());
    Blueprint rehearsal = Rehearsal.of(file.read());
    PrintWriter err = frame.err();
    try (Session session = Session.open(rehearsal, TargetKind.LOOKOUT)) {
      err.println(session.place());
      return Interruption.toldDuring(() -> run(session, limit, filter), err);
    }
  }

  private int run(Session session, Duration limit, GroupFilter filter) {
    remove(session); // what an earlier backtest left
    new Apply(new StepTalk(frame.err())).run(session.target().plan(new Planner(false)));
    DescribeAnomalyDetectorResponse settled =
        new Waiting(session.directory(), Pause.REAL)
            .untilSettled(limit, this::tell)
            .orElseThrow(() -> new NotThere("the backtest's detector is not there any more"));
    if (!Waiting.isSettled(settled)) {
      frame.say("Not done after " + limit.toSeconds() + " s: try again with a longer --timeout.");
      return ExitCodes.TIMEOUT;
    }
    int code = report(session, settled, filter);
    if (keep) {
      frame.say("Kept: detector " + settled.anomalyDetectorName());
    } else {
      remove(session);
    }
    return code;
  }

  private int report(Session session, DescribeAnomalyDetectorResponse settled, GroupFilter filter) {
    if (settled.status() != AnomalyDetectorStatus.BACK_TEST_COMPLETE) {
      frame.say(
          "The backtest ended as " + settled.statusAsString() + ": " + settled.failureReason());
      return ExitCodes.FAILED;
    }
    AnomalyBook book =
        new AnomalyBook(
            session.clients().lookout(), Patience.usual(), settled.anomalyDetectorArn());
    AnomaliesListCommand.print(book.groups(filter), frame.out(), output.json());
    return ExitCode.OK;
  }

  private void remove(Session session) {
    new Apply(new StepTalk(frame.err())).run(session.target().destruction(true));
  }

  private void tell(DescribeAnomalyDetectorResponse detector) {
    if (!detector.statusAsString().equals(told)) {
      told = detector.statusAsString();
      frame.say("  " + told);
    }
  }
}
