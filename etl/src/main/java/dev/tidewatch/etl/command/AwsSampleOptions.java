package dev.tidewatch.etl.command;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments of AWS's streaming sample, so that its job definitions go on to work. */
final class AwsSampleOptions {
  @Option(names = "--l4mBucket", hidden = true)
  private @Nullable String bucket;

  @Option(names = "--l4mBucketPrefix", hidden = true)
  private @Nullable String prefix;

  @Option(names = "--l4mInterval", hidden = true)
  private @Nullable String interval;

  @Option(names = "--srcFormat", hidden = true)
  private @Nullable String format;

  @Option(
      names = {"--srcDBName", "--srcTableName"},
      hidden = true)
  private @Nullable String catalog;

  /** The metric set with what the arguments say otherwise. The Glue catalogue's table is not needed. */
  MetricSet applyTo(MetricSet metricSet) {
    MetricSet changed = metricSet;
    if (bucket != null) {
      changed = changed.withLocation(URI.create("s3://" + bucket + (prefix == null ? "" : "/" + prefix)));
    }
    if (interval != null) {
      changed = changed.withInterval(length(interval));
    }
    if (format != null && !format.equalsIgnoreCase(metricSet.format().name())) {
      throw new IllegalArgumentException(
          "--srcFormat is " + format + ", but the metric set's records are " + metricSet.format().name());
    }
    return changed;
  }

  private static IntervalLength length(String text) {
    return IntervalLength.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--l4mInterval '" + text + "' is no interval: use 5, 10, 60 or 1440 minutes"));
  }
}
