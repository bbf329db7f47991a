package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.GroupStory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one anomaly group. */
@Command(
    name = "show",
    description = {
      "Shows a group: what, when, where with each value's share, causes and effects.",
      ""
    })
public final class AnomaliesShowCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Parameters(paramLabel = "GROUP", description = "The group's id, or how it begins.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String group;

  @Override
  public Integer call() {
    try (DetectorSession session = DetectorSession.open(file.read())) {
      GroupStory story = session.book().story(session.groupLike(group));
      GroupReport report = new GroupReport(story);
      if (output.json()) {
        Json.print(frame.out(), report.json());
      } else {
        report.print(frame.out());
      }
      return ExitCode.OK;
    }
  }
}
