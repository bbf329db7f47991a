package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.GroupStory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one anomaly group. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows a group: what, when, where with each value's share, causes and effects.",
      ""
    })
public final class AnomaliesShowCommand implements Callable<Integer> {
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Parameters(paramLabel = "GROUP", description = "The group's id, or how it begins.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String group;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (DetectorSession session = DetectorSession.open(file.read())) {
      GroupStory story = session.book().story(session.groupLike(group));
      GroupReport report = new GroupReport(story);
      if (output.json()) {
        Json.print(spec.commandLine().getOut(), report.json());
      } else {
        report.print(spec.commandLine().getOut());
      }
      return ExitCode.OK;
    }
  }
}
