package dev.tidewatch.detector.command;

import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.server.AlertBench;
import dev.tidewatch.detector.server.ServerConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what was told. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Shows what an alert has told, the newest first: when, what, whether it arrived.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class AlertsHistoryCommand implements Runnable {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The server's folder.")
  private Path data;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many. Default: 20.")
  private int most;

  @Parameters(paramLabel = "ALERT", description = "The alert's name.")
  private String alert;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    try (AlertBench bench = AlertBench.open(ServerConfiguration.defaults().withData(data))) {
      List<AlertEvent> events = bench.history(alert, most);
      events.forEach(event -> out.println(line(event)));
      if (events.isEmpty()) {
        out.println("nothing was told yet");
      }
    }
  }

  private static String line(AlertEvent event) {
    String error = event.error() == null ? "" : "  " + event.error();
    return "%s  %-12s %-7s %d attempts  %s%s"
        .formatted(
            event.created(),
            event.content().kind(),
            event.state(),
            event.attempts(),
            event.content().eventId(),
            error);
  }
}
