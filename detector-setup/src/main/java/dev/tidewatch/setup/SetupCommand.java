package dev.tidewatch.setup;

import dev.tidewatch.setup.command.AlertsCommand;
import dev.tidewatch.setup.command.AnomaliesCommand;
import dev.tidewatch.setup.command.ApplyCommand;
import dev.tidewatch.setup.command.BacktestCommand;
import dev.tidewatch.setup.command.CostCommand;
import dev.tidewatch.setup.command.DestroyCommand;
import dev.tidewatch.setup.command.DoctorCommand;
import dev.tidewatch.setup.command.ExportCommand;
import dev.tidewatch.setup.command.FeedbackCommand;
import dev.tidewatch.setup.command.ImportCommand;
import dev.tidewatch.setup.command.InitCommand;
import dev.tidewatch.setup.command.PlanCommand;
import dev.tidewatch.setup.command.PublishCommand;
import dev.tidewatch.setup.command.QualityCommand;
import dev.tidewatch.setup.command.StatusCommand;
import dev.tidewatch.setup.command.UserErrors;
import dev.tidewatch.setup.command.ValidateCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line that sets detectors up. */
@Command(
    name = "detector-setup",
    version = "tidewatch detector-setup 0.1.0",
    mixinStandardHelpOptions = true,
    description = {
      "From one YAML file to a running, alerting detector: says what would change, and changes just that.",
      "Region, credentials and endpoints are those the AWS SDK finds; the detector server is at"
          + " AWS_ENDPOINT_URL_LOOKOUTMETRICS, its access key in TIDEWATCH_ACCESS_KEY_ID and"
          + " TIDEWATCH_SECRET_ACCESS_KEY where it is not AWS's.",
      ""
    },
    subcommands = {
      InitCommand.class,
      DoctorCommand.class,
      ValidateCommand.class,
      CostCommand.class,
      PlanCommand.class,
      ApplyCommand.class,
      StatusCommand.class,
      BacktestCommand.class,
      AnomaliesCommand.class,
      FeedbackCommand.class,
      QualityCommand.class,
      AlertsCommand.class,
      DestroyCommand.class,
      PublishCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  detector-setup init sales.csv --to sales.yaml",
      "  detector-setup validate -f ecommerce.yaml",
      "  detector-setup cost -f ecommerce.yaml --series 42",
      "  detector-setup plan -f ecommerce.yaml",
      "  detector-setup apply -f ecommerce.yaml --yes",
      "  detector-setup status -f ecommerce.yaml -o json",
      "  detector-setup destroy -f ecommerce.yaml",
      "  detector-setup publish -f ecommerce.yaml --follow",
      "  detector-setup import --template stack.yaml --to ecommerce.yaml"
    },
    exitCodeListHeading = "%nExit codes%n",
    exitCodeList = {
      "0:done",
      "1:failed; the message says why",
      "2:the command line is wrong",
      "3:the plan has changes (with --detailed-exitcode)",
      "4:credentials or permissions are missing",
      "5:something that should be there is not",
      "6:something of somebody else is in the way",
      "7:the data are not good enough",
      "8:a part was done, and another was not",
      "124:it took longer than --timeout",
      "130:stopped by Ctrl-C"
    })
public final class SetupCommand {
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Print stack traces.")
  @SuppressWarnings("UnusedVariable") // the handler of errors asks for it by its name
  private boolean verbose;

  private SetupCommand() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
  }

  /** The command line, ready to run. */
  public static CommandLine commandLine() {
    return new CommandLine(new SetupCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new UserErrors());
  }
}
