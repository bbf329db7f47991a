package dev.tidewatch.setup.command;

import picocli.CommandLine.Command;

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
public final class AlertsCommand {}
