package dev.tidewatch.setup.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Mixed into each command: its help, and where it prints to. */
@Command(mixinStandardHelpOptions = true)
final class CommandFrame {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Where answers go. */
  PrintWriter out() {
    return commandLine().getOut();
  }

  /** Where everything else goes. */
  PrintWriter err() {
    return commandLine().getErr();
  }

  /** Tells people a line that is no answer. */
  void say(String line) {
    err().println(line);
    err().flush();
  }

  /** Whether colours are shown. */
  Ansi ansi() {
    return commandLine().getColorScheme().ansi();
  }

  /** What is wrong with the command line. */
  ParameterException mistake(String message) {
    return new ParameterException(commandLine(), message);
  }

  private CommandLine commandLine() {
    return requireNonNull(command, "command").commandLine();
  }
}
