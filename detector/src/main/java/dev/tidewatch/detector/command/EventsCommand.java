package dev.tidewatch.detector.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Events: the group of its subcommands. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description =
        "Notes deploys, campaigns, holidays, beside a running server: pages show anomalies with them.",
    subcommands = {
      EventsAddCommand.class,
      EventsListCommand.class,
      EventsImportCommand.class,
      EventsRemoveCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class EventsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: add, ls, import or rm");
  }
}
