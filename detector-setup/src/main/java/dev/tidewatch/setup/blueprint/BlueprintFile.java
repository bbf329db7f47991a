package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.metricset.yaml.YamlFile;
import java.nio.file.Path;

/**
 * The YAML file: the one that drives the ETL job, with the sections {@code detector}, {@code
 * alerts} and {@code topics}; or one without {@code stream}, {@code records} and {@code output},
 * whose {@code detector.dataset.source} says where the data are.
 */
public final class BlueprintFile {
  private BlueprintFile() {}

  /**
   * Reads a file.
   *
   * @throws InvalidYamlFile when it cannot be read or has mistakes, telling all of them
   */
  public static Blueprint read(Path file) {
    return YamlFile.read(file, new BlueprintReader()::read);
  }

  /**
   * Reads a text.
   *
   * @param name what problems are said to be in
   * @throws InvalidYamlFile when it has mistakes, telling all of them
   */
  public static Blueprint read(String text, String name) {
    return YamlFile.read(text, name, new BlueprintReader()::read);
  }
}
