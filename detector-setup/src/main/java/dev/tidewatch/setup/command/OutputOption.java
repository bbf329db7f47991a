package dev.tidewatch.setup.command;

import picocli.CommandLine.Option;

/** The option that chooses between people and programs. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table or json. Default: table.")
  private OutputFormat format = OutputFormat.TABLE;

  boolean json() {
    return format == OutputFormat.JSON;
  }
}
