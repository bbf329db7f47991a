package dev.tidewatch.deploy;

import dev.tidewatch.deploy.command.EmrCommand;
import dev.tidewatch.deploy.command.EmrEksCommand;
import dev.tidewatch.deploy.command.EmrServerlessCommand;
import dev.tidewatch.deploy.command.GlueCommand;
import dev.tidewatch.deploy.command.SparkCommand;
import dev.tidewatch.deploy.command.UserErrors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What {@code deploy/glue/submit.sh} and its siblings run. */
@Command(
    name = "deploy",
    version = "tidewatch deploy 0.1.0",
    mixinStandardHelpOptions = true,
    description =
        "Puts the job into an AWS account. Credentials, region and endpoints are those the AWS SDK finds.",
    subcommands = {
      GlueCommand.class,
      EmrCommand.class,
      EmrServerlessCommand.class,
      EmrEksCommand.class,
      SparkCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes%n",
    exitCodeList = {
      "0:done",
      "1:failed; the message says why",
      "2:the command line or the metric set is wrong",
      "4:credentials or permissions are missing",
      "5:something that should be there is not",
      "6:the job runs already"
    })
public final class DeployCommand {
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Print stack traces.")
  @SuppressWarnings("UnusedVariable") // the handler of errors asks for it by its name
  private boolean verbose;

  private DeployCommand() {}

  /** Runs the command line and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new DeployCommand()).setExecutionExceptionHandler(new UserErrors());
  }
}
