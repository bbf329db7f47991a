package dev.tidewatch.setup.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who is told. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = {"Lists the detector's alerts, and sends a sample of what one tells.", ""},
    subcommands = {AlertsListCommand.class, AlertsTestCommand.class},
    footerHeading = "%nExamples%n",
    footer = {
      "  detector-setup alerts ls -f ecommerce.yaml",
      "  detector-setup alerts test -f ecommerce.yaml ecommerce-oncall"
    })
public final class AlertsCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Choose one of ls, test");
  }
}
