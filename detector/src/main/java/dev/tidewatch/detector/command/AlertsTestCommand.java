package dev.tidewatch.detector.command;

import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.alerting.EventState;
import dev.tidewatch.detector.server.AlertBench;
import dev.tidewatch.detector.server.ServerConfiguration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a sample. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description =
        "Sends a sample of an alert's messages, marked as a test, to its topic or function now.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class AlertsTestCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The server's folder.")
  private Path data;

  @Parameters(paramLabel = "ALERT", description = "The alert's name.")
  private String alert;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (AlertBench bench = AlertBench.open(ServerConfiguration.defaults().withData(data))) {
      AlertEvent event = bench.test(alert);
      boolean sent = event.state() == EventState.SENT;
      spec.commandLine()
          .getOut()
          .println(sent ? "sent: " + event.receipt() : "not sent: " + event.error());
      return sent ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
