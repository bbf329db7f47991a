package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.Interval;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where the interval files and our marks are.
 *
 * @param prefix ends with a slash, or is empty
 */
record Place(MetricSet metricSet, String bucket, String prefix, String marks) {
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The place of a metric set.
   *
   * @param namespace metrics of each namespace have marks of their own
   * @throws IllegalStateException when its files are not in S3
   */
  static Place of(MetricSet metricSet, String namespace) {
    URI location = metricSet.output().location();
    if (!"s3".equals(location.getScheme())) {
      throw new IllegalStateException(
          "interval files are published from S3, but output.location is " + location);
    }
    String path = location.getPath().replaceFirst("^/", "");
    String prefix = path.isEmpty() ? "" : path + "/";
    String folder = namespace.replaceAll("[^A-Za-z0-9._/-]", "_");
    return new Place(
        metricSet, location.getAuthority(), prefix, prefix + "control/cloudwatch/" + folder + "/");
  }

  /** The file of an interval, as the ETL job names it. */
  String file(Interval interval) {
    String folder = metricSet.output().layout().folder(metricSet.calendar().localStart(interval));
    return prefix + folder + START.format(interval.start()) + ".csv";
  }

  /** How the names of all marks of an interval begin. */
  String mark(Instant start) {
    return marks + START.format(start);
  }

  /** The interval's start that a mark names. */
  Instant start(String mark) {
    String name = mark.substring(marks.length());
    return START.parse(name.substring(0, name.indexOf('.')), Instant::from);
  }
}
