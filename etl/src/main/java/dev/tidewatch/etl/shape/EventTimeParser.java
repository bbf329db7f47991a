package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.TimestampColumn;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

/** Reads event times from UTF-8 text. To be used by one thread. */
interface EventTimeParser {
  /** What is answered for a text that is no timestamp. */
  long NO_TIMESTAMP = Long.MIN_VALUE;

  /** Longer texts are no timestamps, and are not looked at. */
  int MAX_LENGTH = 128;

  /** Epoch milliseconds, or {@link #NO_TIMESTAMP}: a long, since every record has a timestamp. */
  long parse(byte[] text, int from, int to);

  static EventTimeParser of(TimestampColumn column) {
    return (text, from, to) -> {
      if (to - from > MAX_LENGTH) {
        return NO_TIMESTAMP;
      }
      try {
        return column
            .format()
            .parse(new String(text, from, to - from, StandardCharsets.UTF_8), column.zone())
            .toEpochMilli();
      } catch (DateTimeException | ArithmeticException e) {
        return NO_TIMESTAMP;
      }
    };
  }
}
