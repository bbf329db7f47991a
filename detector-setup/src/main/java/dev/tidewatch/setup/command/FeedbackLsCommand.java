package dev.tidewatch.setup.command;

import dev.tidewatch.setup.report.SdkJson;
import dev.tidewatch.setup.report.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeriesFeedback;

/** Shows what was said of an anomaly. */
@Command(
    name = "ls",
    mixinStandardHelpOptions = true,
    description = {"Shows what was said of the time series of a group.", ""})
final class FeedbackLsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "GROUP", description = "The group's id.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String group;

  @Mixin private final DetectorOf detector = new DetectorOf();
  @Mixin private final OutputOption output = new OutputOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      List<TimeSeriesFeedback> said = DetectorOf.anomalies(session).judgements(group);
      PrintWriter out = spec.commandLine().getOut();
      if (output.json()) {
        out.println(SdkJson.of(said).toPrettyString());
        out.flush();
      } else {
        Table table = new Table("VERDICT", "SERIES");
        said.forEach(
            each -> table.row(each.isAnomaly() ? "relevant" : "irrelevant", each.timeSeriesId()));
        table.print(out);
      }
      return ExitCode.OK;
    }
  }
}
