package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.SdkJson;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;

/** Lists anomaly groups. */
@Command(
    name = "ls",
    description = {"Lists anomaly groups, the newest first.", ""})
public final class AnomaliesListCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();
  @Mixin private final SinceOption since = new SinceOption();

  @Override
  public Integer call() {
    try (DetectorSession session = DetectorSession.open(file.read())) {
      List<AnomalyGroupSummary> groups = session.book().groups(since.filter(Instant.now()));
      print(groups, frame.out(), output.json());
      return ExitCode.OK;
    }
  }

  static void print(List<AnomalyGroupSummary> groups, PrintWriter out, boolean json) {
    if (json) {
      Json.print(out, Map.of("anomalyGroups", groups.stream().map(SdkJson::of).toList()));
      return;
    }
    if (groups.isEmpty()) {
      out.println("No anomalies.");
      out.flush();
      return;
    }
    Table table = new Table("GROUP", "SEVERITY", "MEASURE", "FIRST", "LAST");
    groups.forEach(
        group ->
            table.row(
                group.anomalyGroupId(),
                String.format(Locale.ROOT, "%.0f", group.anomalyGroupScore()),
                group.primaryMetricName(),
                group.startTime(),
                group.endTime()));
    table.print(out);
  }
}
