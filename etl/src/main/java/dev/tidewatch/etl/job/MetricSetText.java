package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A metric set as text, and what the command line says otherwise: the form in which executors get
 * it.
 *
 * @param file its name, for messages
 * @param location instead of the file's; null to keep it
 * @param interval instead of the file's; null to keep it
 */
public record MetricSetText(
    String file, String yaml, @Nullable URI location, @Nullable IntervalLength interval)
    implements Serializable {
  public MetricSetText {
    requireNonNull(file, "file");
    requireNonNull(yaml, "yaml");
  }

  /** As the file has it. */
  public static MetricSetText of(String file, String yaml) {
    return new MetricSetText(file, yaml, null, null);
  }

  public MetricSetText withLocation(URI location) {
    return new MetricSetText(file, yaml, location, interval);
  }

  public MetricSetText withInterval(IntervalLength interval) {
    return new MetricSetText(file, yaml, location, interval);
  }

  /**
   * The metric set.
   *
   * @throws dev.tidewatch.metricset.yaml.InvalidYamlFile with all mistakes of the file
   */
  public MetricSet read() {
    MetricSet metricSet = MetricSetFile.read(yaml, file);
    if (location != null) {
      metricSet = metricSet.withLocation(location);
    }
    return interval == null ? metricSet : metricSet.withInterval(interval);
  }
}
