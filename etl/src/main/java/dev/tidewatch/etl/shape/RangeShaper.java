package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.MetricSet;
import java.util.Map;

/**
 * Shapes the records of one range of one shard, in their order, into rows. Every record ends in
 * exactly one of three places: a row, the late ones, the rejected ones. What becomes of a record
 * depends on the records of its shard before it and on the watermark at the start of the range, not
 * on where ranges are cut.
 */
public final class RangeShaper {
  private final ShardStart start;

  /**
   * @param sink takes late and unusable records, while they are read
   * @throws IllegalArgumentException when the metric set cannot be read from records, such as a
   *     field that is no column
   */
  public RangeShaper(MetricSet metricSet, ShapeRules rules, ShardStart start, SideSink sink) {
    this.start = start;
  }

  /**
   * Takes the next record of the shard. Its data may hold several lines, each a record of its own:
   * the first has the given sub-sequence number, and each line after it that plus 2^32 times its
   * place (1 for the second line), which tells all of them apart from the other records of an
   * aggregated one. A line break at the end begins no line.
   *
   * @param subSequence its place within an aggregated record, from 0
   * @param arrivalMillis when the stream took it, in epoch milliseconds: a long, since this is
   *     called for every record
   * @param data its bytes; may be handed to the sink, and must not be changed
   * @throws TooManyRowsException when there are more rows than the rules allow
   */
  public void accept(String sequenceNumber, long subSequence, long arrivalMillis, byte[] data) {}

  /** What became of the records. The shaper cannot be used afterwards. */
  public ShapedRange finish() {
    return new ShapedRange(start.shardId(), 0, Map.of(), Map.of(), Map.of(), start.progress());
  }
}
