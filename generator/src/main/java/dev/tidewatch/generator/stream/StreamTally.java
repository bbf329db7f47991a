package dev.tidewatch.generator.stream;

/**
 * What a stream held. Sent records are {@code made - missing + duplicates}; late, out-of-order and
 * malformed ones are among them.
 *
 * @param made records the series had in the window
 * @param sent records handed to the consumer
 * @param missing records that did not come since their interval is missing
 * @param missingIntervals intervals of which nothing came
 */
public record StreamTally(
    long made,
    long sent,
    long late,
    long duplicates,
    long outOfOrder,
    long malformed,
    long missing,
    long missingIntervals) {
  public static final StreamTally ZERO = new StreamTally(0, 0, 0, 0, 0, 0, 0, 0);

  public StreamTally plus(StreamTally other) {
    return new StreamTally(
        made + other.made,
        sent + other.sent,
        late + other.late,
        duplicates + other.duplicates,
        outOfOrder + other.outOfOrder,
        malformed + other.malformed,
        missing + other.missing,
        missingIntervals + other.missingIntervals);
  }
}
