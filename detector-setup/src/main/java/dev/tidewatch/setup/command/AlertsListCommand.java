package dev.tidewatch.setup.command;

import dev.tidewatch.setup.alert.AlertBook;
import dev.tidewatch.setup.alert.Hearer;
import dev.tidewatch.setup.anomaly.SdkJson;
import dev.tidewatch.setup.aws.Patience;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;

/** Lists alerts. */
@Command(
    name = "ls",
    description = {"Lists the detector's alerts, and who hears of them.", ""})
public final class AlertsListCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    try (DetectorSession session = DetectorSession.open(file.read())) {
      AlertBook book =
          new AlertBook(
              session.lookout(),
              session.session().clients().sns(),
              Patience.usual(),
              session.arn());
      List<Alert> alerts = book.alerts();
      if (output.json()) {
        Json.print(out, Map.of("alerts", alerts.stream().map(SdkJson::of).toList()));
      } else {
        print(alerts, book.hearers(alerts), out);
      }
      return ExitCode.OK;
    }
  }

  static void print(List<Alert> alerts, List<Hearer> hearers, PrintWriter out) {
    if (alerts.isEmpty()) {
      out.println("No alerts: nobody is told.");
      out.flush();
      return;
    }
    Table table = new Table("ALERT", "STATE", "FROM SEVERITY", "FORMAT", "TO");
    alerts.forEach(
        alert ->
            table.row(
                alert.alertName(),
                alert.alertStatusAsString(),
                String.valueOf(alert.alertSensitivityThreshold()),
                format(alert),
                AlertBook.recipient(alert)));
    table.print(out);
    hearers.forEach(each -> out.println("  " + words(each)));
    out.flush();
  }

  private static String format(Alert alert) {
    return Optional.ofNullable(alert.action().snsConfiguration())
        .map(sns -> sns.snsFormatAsString())
        .orElse("JSON");
  }

  static String words(Hearer hearer) {
    String name = hearer.topic().substring(hearer.topic().lastIndexOf(':') + 1);
    return name
        + " → "
        + hearer.protocol()
        + " "
        + hearer.endpoint()
        + (hearer.isPending() ? "  waits for its confirmation and hears nothing yet" : "");
  }
}
