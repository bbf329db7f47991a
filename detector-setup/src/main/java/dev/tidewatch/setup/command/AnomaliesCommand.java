package dev.tidewatch.setup.command;

import picocli.CommandLine.Command;

/** What the detector found: the group of its subcommands. */
@Command(
    name = "anomalies",
    mixinStandardHelpOptions = true,
    description = {"Lists, shows and exports what the detector of the file found.", ""},
    subcommands = {
      AnomaliesLsCommand.class,
      AnomaliesShowCommand.class,
      AnomaliesExportCommand.class
    })
public final class AnomaliesCommand {}
