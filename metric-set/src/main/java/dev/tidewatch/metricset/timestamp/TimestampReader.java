package dev.tidewatch.metricset.timestamp;

/**
 * Reads timestamps of one format and zone as they stand in a buffer: ASCII, or UTF-8 where the
 * format has words. It agrees with {@link TimestampFormat#parse}, cut down to milliseconds, but
 * allocates nothing for the common formats, hence the {@code long}. Safe for use by many threads.
 */
public interface TimestampReader {
  /**
   * The epoch milliseconds of the text in {@code buffer[from, to)}, or {@link
   * TimestampFormat#NOT_A_TIMESTAMP}.
   */
  long epochMillis(byte[] buffer, int from, int to);
}
