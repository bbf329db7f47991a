package dev.tidewatch.detector.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Alerts: the group of its subcommands. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = "Tries alerts and shows what they have told, beside a running server.",
    subcommands = {AlertsTestCommand.class, AlertsHistoryCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class AlertsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: test or history");
  }
}
