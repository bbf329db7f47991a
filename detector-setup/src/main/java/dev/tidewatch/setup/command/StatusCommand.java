package dev.tidewatch.setup.command;

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
          + " who is told, and how good the data are.",
      ""
    })
public final class StatusCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    try (DetectorSession session = DetectorSession.open(file.read())) {
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
