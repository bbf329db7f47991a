package dev.tidewatch.setup.blueprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.metricset.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The YAML file: the one that drives the ETL job, with the sections {@code detector}, {@code
 * alerts} and {@code topics}; or one without {@code stream}, {@code records} and {@code output},
 * whose {@code detector.dataset.source} says where the data are. Its keys are described by a JSON
 * Schema; whatever that refuses is refused here, and more.
 */
public final class BlueprintFile {
  private static final String SCHEMA_RESOURCE = "detector-setup.schema.json";

  private BlueprintFile() {}

  /** The JSON Schema, as text. */
  public static String schema() {
    try (InputStream resource = BlueprintFile.class.getResourceAsStream(SCHEMA_RESOURCE)) {
      return new String(
          requireNonNull(resource, "the schema is part of the jar").readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

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
