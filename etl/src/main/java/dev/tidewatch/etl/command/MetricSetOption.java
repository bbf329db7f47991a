package dev.tidewatch.etl.command;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.etl.job.MetricSetText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the metric set stands, and the two places of it that differ from one environment to the
 * next.
 */
public final class MetricSetOption {
  /** How long a command that somebody waits for bears an outage of S3. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

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

  /** The metric set's text, with the location of the command line if there is one. */
  public MetricSetText text() {
    MetricSetText text = MetricSetText.of(file, file.startsWith("s3://") ? fromS3() : fromFile());
    return output == null ? text : text.withLocation(output);
  }

  private String fromFile() {
    try {
      return Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String fromS3() {
    int slash = file.lastIndexOf('/');
    try (ObjectStore folder = ObjectStores.open(URI.create(file.substring(0, slash)), PATIENCE)) {
      return folder
          .get(file.substring(slash + 1))
          .map(yaml -> new String(yaml, StandardCharsets.UTF_8))
          .orElseThrow(() -> new IllegalArgumentException("there is no object " + file));
    }
  }
}
