package dev.tidewatch.detector;

import dev.tidewatch.detector.command.AlertsCommand;
import dev.tidewatch.detector.command.AuditCommand;
import dev.tidewatch.detector.command.BackupCommand;
import dev.tidewatch.detector.command.EventsCommand;
import dev.tidewatch.detector.command.KeysCommand;
import dev.tidewatch.detector.command.MutesCommand;
import dev.tidewatch.detector.command.RestoreCommand;
import dev.tidewatch.detector.command.SampleCommand;
import dev.tidewatch.detector.command.ServeCommand;
import dev.tidewatch.detector.command.UserErrors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of the detector server. */
@Command(
    name = "detector",
    version = "tidewatch detector 0.1.0",
    mixinStandardHelpOptions = true,
    description = {
      "Amazon Lookout for Metrics, self-hosted: unmodified AWS clients drive it, with the same data in S3 and the"
          + " same alerts.",
      ""
    },
    subcommands = {
      ServeCommand.class,
      KeysCommand.class,
      AlertsCommand.class,
      MutesCommand.class,
      EventsCommand.class,
      AuditCommand.class,
      SampleCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  detector keys create --role admin --label me --data detector-data > admin.key",
      "  detector serve --data detector-data",
      "  . admin.key && aws --endpoint-url http://127.0.0.1:8765 lookoutmetrics list-anomaly-detectors",
      "  detector events add --kind deploy --title \"shop-api 4.12\" --data detector-data",
      "  detector backup --data detector-data before-upgrade.db"
    },
    exitCodeListHeading = "%nExit codes%n",
    exitCodeList = {
      "0:done",
      "1:failed; the message says why",
      "2:the command line is wrong",
      "130:stopped by Ctrl-C"
    })
public final class DetectorCommand {
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Print stack traces.")
  @SuppressWarnings("UnusedVariable") // the handler of errors asks for it by its name
  private boolean verbose;

  private DetectorCommand() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs the command line and returns its exit code. */
  static int execute(String... arguments) {
    return commandLine().execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new DetectorCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new UserErrors());
  }
}
