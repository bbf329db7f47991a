package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.MetricSet;
import java.nio.file.Path;

/**
 * The YAML file that declares a metric set. Its keys are described by the JSON Schema {@code
 * metric-set.schema.json} beside {@link MetricSet}; whatever the schema refuses is refused here,
 * and more.
 */
public final class MetricSetFile {
  /** The resource that holds the JSON Schema, seen from {@link MetricSet}. */
  public static final String SCHEMA_RESOURCE = "metric-set.schema.json";

  private MetricSetFile() {}

  /**
   * Reads a file.
   *
   * @throws InvalidYamlFile when it cannot be read or has mistakes, telling all of them
   */
  public static MetricSet read(Path file) {
    return YamlFile.read(file, root -> new MetricSetReader().read(root));
  }

  /**
   * Reads a text.
   *
   * @param name what problems are said to be in
   * @throws InvalidYamlFile when it has mistakes, telling all of them
   */
  public static MetricSet read(String text, String name) {
    return YamlFile.read(text, name, root -> new MetricSetReader().read(root));
  }
}
