package dev.tidewatch.setup.command;

import picocli.CommandLine.Command;

/** What people said of anomalies: the group of its subcommands. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether anomalies were relevant, and shows what was said: later ones that look alike follow it.",
      ""
    },
    subcommands = {FeedbackPutCommand.class, FeedbackLsCommand.class})
public final class FeedbackCommand {}
