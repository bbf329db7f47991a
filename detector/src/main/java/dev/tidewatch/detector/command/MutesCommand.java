package dev.tidewatch.detector.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Mutes: the group of its subcommands. */
@Command(
    name = "mutes",
    mixinStandardHelpOptions = true,
    description =
        "Silences alerts for a while, beside a running server. What is muted is recorded.",
    subcommands = {MutesAddCommand.class, MutesListCommand.class, MutesEndCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class MutesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: add, list or end");
  }
}
