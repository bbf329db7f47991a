package dev.tidewatch.setup.command;

import picocli.CommandLine.Command;

/** What people think of what was found. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    description = {
      "Tells the detector which series of a group were worth telling: what looks alike gets another severity then.",
      ""
    },
    subcommands = {FeedbackPutCommand.class, FeedbackListCommand.class},
    footerHeading = "%nExamples%n",
    footer = {
      "  detector-setup feedback put -f ecommerce.yaml 60359687 --all --relevant false",
      "  detector-setup feedback ls -f ecommerce.yaml 60359687"
    })
public final class FeedbackCommand {}
