package dev.tidewatch.setup.command;

import picocli.CommandLine.Command;

/** The detector's alerts: the group of its subcommands. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = {"Lists the alerts of the file's detector, and tries whether one arrives.", ""},
    subcommands = {AlertsLsCommand.class, AlertsTestCommand.class})
public final class AlertsCommand {}
