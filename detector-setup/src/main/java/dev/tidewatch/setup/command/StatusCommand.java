package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Says how the detector is. */
@Command(
    name = "status",
    description = {
      "Says how the detector of the file is: how far it is with learning, its last runs and why they failed, its alerts,"
          + " who is told, and how good the data are. With --target cloudwatch: the state of alarms and models.",
      ""
    })
public final class StatusCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final TargetOption target = new TargetOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    return target.kind() == TargetKind.CLOUDWATCH ? ofAlarms(blueprint) : ofDetector(blueprint);
  }

  private int ofAlarms(Blueprint blueprint) {
    try (Session session = target.open(blueprint)) {
      AlarmReport report = AlarmReport.of(session, blueprint);
      if (output.json()) {
        Json.print(frame.out(), report.json());
      } else {
        report.print(frame.out());
      }
      return ExitCode.OK;
    }
  }

  private int ofDetector(Blueprint blueprint) {
    PrintWriter out = frame.out();
    try (DetectorSession session = DetectorSession.open(blueprint)) {
      Condition condition = Condition.of(session);
      if (output.json()) {
        Json.print(out, condition.json());
      } else {
        StatusReport.print(condition.detector(), condition.progress(), out);
        condition.print(out);
      }
      return ExitCode.OK;
    }
  }
}
