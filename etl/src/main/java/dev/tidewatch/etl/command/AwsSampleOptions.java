package dev.tidewatch.etl.command;

import dev.tidewatch.etl.job.MetricSetText;
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

  /**
   * The metric set with what the arguments say otherwise. Its {@code --srcDBName} and {@code
   * --srcTableName} name a Glue table that is not needed.
   */
  MetricSetText applyTo(MetricSetText metricSet) {
    checkFormat(metricSet);
    MetricSetText changed = metricSet;
    if (bucket != null) {
      changed =
          changed.withLocation(URI.create("s3://" + bucket + (prefix == null ? "" : "/" + prefix)));
    }
    return interval == null ? changed : changed.withInterval(length(interval));
  }

  private void checkFormat(MetricSetText metricSet) {
    if (format == null) {
      return;
    }
    String expected = metricSet.read().format().name();
    if (!format.equalsIgnoreCase(expected)) {
      throw new IllegalArgumentException(
          "--srcFormat is " + format + ", but the metric set's records are " + expected);
    }
  }

  private static IntervalLength length(String text) {
    return IntervalLength.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--l4mInterval '" + text + "' is no interval: use 5, 10, 60 or 1440 minutes"));
  }
}
