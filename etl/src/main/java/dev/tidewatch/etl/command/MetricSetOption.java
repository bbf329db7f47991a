package dev.tidewatch.etl.command;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.ObjectStores;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the metric set stands, and the two places of it that differ from one environment to the next. */
final class MetricSetOption {
  @Option(
      names = {"-f", "--metric-set"},
      required = true,
      paramLabel = "FILE",
      description = "The metric set: a YAML file, or s3://bucket/key of one.")
  private String file = "";

  @Option(
      names = "--output",
      paramLabel = "URI",
      description = "Instead of the metric set's location: s3://bucket/prefix or file:///folder.")
  private @Nullable URI output;

  /** Reads the metric set; all its mistakes come in one exception. */
  MetricSet read() {
    MetricSet metricSet = file.startsWith("s3://") ? readFromS3() : MetricSetFile.read(Path.of(file));
    return output == null ? metricSet : metricSet.withLocation(output);
  }

  private MetricSet readFromS3() {
    int slash = file.lastIndexOf('/');
    try (ObjectStore folder = ObjectStores.open(URI.create(file.substring(0, slash)))) {
      byte[] yaml =
          folder
              .get(file.substring(slash + 1))
              .orElseThrow(() -> new IllegalArgumentException("there is no object " + file));
      return MetricSetFile.read(new String(yaml, StandardCharsets.UTF_8), file);
    }
  }
}
