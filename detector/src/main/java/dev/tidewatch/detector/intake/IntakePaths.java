package dev.tidewatch.detector.intake;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.LocalDateTime;

/** Continuous paths as they are used here: from {@code s3://} on. */
public final class IntakePaths {
  private static final LocalDateTime ANY_TIME = LocalDateTime.of(2001, 2, 3, 4, 5);

  private IntakePaths() {}

  /**
   * The template of a continuous path (contract section 5.1).
   *
   * @throws IllegalArgumentException when it is none, or leads to anything but a folder of S3
   */
  public static PathTemplate template(String path) {
    if (!path.startsWith("s3://")) {
      throw new IllegalArgumentException(
          "a path begins with s3://, not '"
              + path.substring(0, Math.min(100, path.length()))
              + "'");
    }
    PathTemplate template = PathTemplate.of(path);
    S3Address.of(template.folder(ANY_TIME));
    return template;
  }

  /** The folder of an interval. */
  public static S3Address folder(
      PathTemplate template, IntervalCalendar calendar, Interval interval) {
    return S3Address.of(template.folder(calendar.localStart(interval)));
  }
}
