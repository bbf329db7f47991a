package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.Anomalies;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** Says whether an anomaly was relevant. */
@Command(
    name = "put",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether an anomaly was relevant: of one time series, or of all of the group.",
      ""
    })
final class FeedbackPutCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "GROUP", description = "The group's id.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String group;

  @Parameters(index = "1", paramLabel = "VERDICT", description = "relevant, or irrelevant.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private Verdict verdict;

  @Option(
      names = "--series",
      paramLabel = "ID",
      description = "One time series of it, as 'anomalies show' names them. Default: all.")
  private @Nullable String series;

  @Mixin private final DetectorOf detector = new DetectorOf();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  enum Verdict {
    RELEVANT,
    IRRELEVANT
  }

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      Anomalies anomalies = DetectorOf.anomalies(session);
      List<String> judged =
          series == null
              ? anomalies.detail(group).series().stream().map(TimeSeries::timeSeriesId).toList()
              : List.of(series);
      judged.forEach(each -> anomalies.judge(group, each, verdict == Verdict.RELEVANT));
      PrintWriter out = spec.commandLine().getOut();
      out.println(judged.size() + " series said to be " + verdict.name().toLowerCase(Locale.ROOT));
      out.flush();
      return ExitCode.OK;
    }
  }
}
