package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.AnomalyBook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** Gives feedback. */
@Command(
    name = "put",
    description = {"Says of series of a group whether they were worth telling.", ""})
public final class FeedbackPutCommand implements Callable<Integer> {
  /** Either some series or all. */
  static final class Which {
    @Option(
        names = "--series",
        paramLabel = "ID",
        description = "A series' id, as 'anomalies show' tells it; may be given more than once.")
    private List<String> series = new ArrayList<>();

    @Option(names = "--all", description = "All series of the group.")
    private boolean all;
  }

  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();

  @Parameters(paramLabel = "GROUP", description = "The group's id, or how it begins.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String group;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private Which which;

  @Option(
      names = "--relevant",
      paramLabel = "true|false",
      required = true,
      arity = "1",
      description = "Whether it was worth telling.")
  private boolean relevant;

  @Override
  public Integer call() {
    try (DetectorSession session = DetectorSession.open(file.read())) {
      AnomalyBook book = session.book();
      String id = session.groupLike(group);
      List<String> ids = book.story(id).series().stream().map(TimeSeries::timeSeriesId).toList();
      List<String> wanted = which.all ? ids : which.series;
      for (String series : wanted) {
        if (!ids.contains(series)) {
          throw new NotThere("group " + id + " has no series '" + series + "'");
        }
      }
      wanted.forEach(series -> book.putFeedback(id, series, relevant));
      frame
          .out()
          .printf(
              "%d series of group %s: %s%n",
              wanted.size(), id, relevant ? "relevant" : "not relevant");
      frame.out().flush();
      return ExitCode.OK;
    }
  }
}
