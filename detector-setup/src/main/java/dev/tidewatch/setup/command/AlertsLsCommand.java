package dev.tidewatch.setup.command;

import dev.tidewatch.setup.alert.Alerts;
import dev.tidewatch.setup.report.SdkJson;
import dev.tidewatch.setup.report.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;

/** Lists alerts. */
@Command(
    name = "ls",
    mixinStandardHelpOptions = true,
    description = {"Lists the alerts: threshold, what they filter by, whom they tell.", ""})
final class AlertsLsCommand implements Callable<Integer> {
  @Mixin private final DetectorOf detector = new DetectorOf();
  @Mixin private final OutputOption output = new OutputOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      List<Alert> alerts = new Alerts(session.clients().lookout(), DetectorOf.arn(session)).list();
      PrintWriter out = spec.commandLine().getOut();
      if (output.json()) {
        out.println(SdkJson.of(alerts).toPrettyString());
        out.flush();
      } else {
        Table table = new Table("ALERT", "FROM SEVERITY", "FILTER", "TELLS");
        alerts.forEach(
            alert ->
                table.row(
                    alert.alertName(),
                    String.valueOf(alert.alertSensitivityThreshold()),
                    Alerts.filter(alert),
                    Alerts.recipient(alert)));
        table.print(out);
      }
      return ExitCode.OK;
    }
  }
}
