package dev.tidewatch.detector.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Access keys: the group of its subcommands. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description =
        "Makes, lists and revokes the access keys that clients sign with, and links to sign in.",
    subcommands = {
      KeysCreateCommand.class,
      KeysLinkCommand.class,
      KeysListCommand.class,
      KeysRevokeCommand.class,
      KeysSessionCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: create, link, list, revoke or session");
  }
}
