package dev.tidewatch.evaluation.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Mixed into a command as its last option: help with the options in the order they are written, and
 * where the command prints to.
 */
@Command(mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
public final class CommandFrame {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Where answers go. */
  public PrintWriter out() {
    return commandLine().getOut();
  }

  /** Where everything else goes. */
  public PrintWriter err() {
    return commandLine().getErr();
  }

  private CommandLine commandLine() {
    return requireNonNull(command, "command").commandLine();
  }
}
