package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file that says what shall be. */
final class FileOption {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description =
          "The YAML file that says what shall be: the one of the ETL job, or one of its own.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private Path file;

  /**
   * Reads it.
   *
   * @throws InvalidYamlFile when it has mistakes, telling all of them
   */
  Blueprint read() {
    return BlueprintFile.read(file);
  }
}
