package dev.tidewatch.setup.command;

import picocli.CommandLine.Command;

/** What the detector found. */
@Command(
    name = "anomalies",
    mixinStandardHelpOptions = true,
    description = {
      "Lists, shows and exports what the detector found. A group is one measure whose series were anomalous in the same"
          + " intervals; its id may be cut to what is unique.",
      ""
    },
    subcommands = {
      AnomaliesListCommand.class,
      AnomaliesShowCommand.class,
      AnomaliesExportCommand.class
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  detector-setup anomalies ls -f ecommerce.yaml --severity 70 --since 24h",
      "  detector-setup anomalies show -f ecommerce.yaml 60359687",
      "  detector-setup anomalies export -f ecommerce.yaml --format json --to groups.json"
    })
public final class AnomaliesCommand {}
