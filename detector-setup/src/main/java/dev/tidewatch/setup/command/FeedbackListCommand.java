package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.AnomalyBook;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists feedback. */
@Command(
    name = "ls",
    description = {"Lists what was said of a group's series.", ""})
public final class FeedbackListCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Parameters(paramLabel = "GROUP", description = "The group's id, or how it begins.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String group;

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    try (DetectorSession session = DetectorSession.open(file.read())) {
      AnomalyBook book = session.book();
      String id = session.groupLike(group);
      Map<String, Boolean> said = book.feedback(id);
      if (output.json()) {
        Json.print(out, Map.of("anomalyGroupId", id, "relevant", said));
        return ExitCode.OK;
      }
      Table table = new Table("RELEVANT", "SERIES");
      book.story(id)
          .series()
          .forEach(
              series -> {
                Boolean word = said.get(series.timeSeriesId());
                table.row(word == null ? "–" : word ? "yes" : "no", GroupReport.words(series));
              });
      table.print(out);
      return ExitCode.OK;
    }
  }
}
