package dev.tidewatch.metricset.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** One way to write timestamps. */
sealed interface TimestampSyntax permits PatternSyntax, UnixSyntax {
  /** {@link TimestampFormat#parse}. */
  Instant parse(String text, ZoneId zone);

  /** {@link TimestampFormat#format}. */
  String format(Instant instant, ZoneId zone);

  TimestampReader reader(ZoneId zone);

  /** The smallest difference between two texts. */
  Duration precision();
}
