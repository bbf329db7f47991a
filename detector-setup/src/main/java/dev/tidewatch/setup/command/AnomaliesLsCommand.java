package dev.tidewatch.setup.command;

import dev.tidewatch.setup.report.SdkJson;
import dev.tidewatch.setup.report.Table;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;

/** Lists anomaly groups. */
@Command(
    name = "ls",
    mixinStandardHelpOptions = true,
    description = {"Lists anomaly groups, the newest first.", ""})
final class AnomaliesLsCommand implements Callable<Integer> {
  @Mixin private final DetectorOf detector = new DetectorOf();
  @Mixin private final GroupOptions groups = new GroupOptions();
  @Mixin private final OutputOption output = new OutputOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      List<AnomalyGroupSummary> found =
          DetectorOf.anomalies(session).list(groups.question(InstantSource.system()));
      print(found, output.json(), spec.commandLine().getOut());
      return ExitCode.OK;
    }
  }

  /** Writes groups for people or for programs. */
  static void print(List<AnomalyGroupSummary> found, boolean json, PrintWriter out) {
    if (json) {
      out.println(SdkJson.of(found).toPrettyString());
      out.flush();
    } else {
      print(found, out);
    }
  }

  private static void print(List<AnomalyGroupSummary> found, PrintWriter out) {
    Table table = new Table("SEVERITY", "MEASURE", "FROM", "TO", "GROUP");
    found.forEach(
        group ->
            table.row(
                "%.0f".formatted(group.anomalyGroupScore()),
                group.primaryMetricName(),
                group.startTime(),
                group.endTime(),
                group.anomalyGroupId()));
    table.print(out);
    if (found.isEmpty()) {
      out.println("(none; try a lower --severity or an earlier --since)");
      out.flush();
    }
  }
}
