package dev.tidewatch.etl.shape;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shapes the records of one range of one shard, in their order, into rows. Every record ends in
 * exactly one of three places: a row, the late ones, the rejected ones. What becomes of a record
 * depends on the records of its shard before it and on the watermark at the start of the range, not
 * on where ranges are cut.
 */
public final class RangeShaper {
  /** By how much the sub-sequence numbers of two lines of one record differ. */
  private static final long LINE_STEP = 1L << 32;

  private final MetricSet metricSet;
  private final ShapeRules rules;
  private final ShardStart start;
  private final SideSink sink;

  private final RecordLine line = new RecordLine();
  private final LineReader reader;
  private final IntervalFinder intervals;
  private final long lateness;
  private final long closedUpTo;
  private final ShardClock clock;
  private final Rows rows;

  private long read;
  private final Map<Instant, Long> late = new TreeMap<>();
  private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
  private boolean finished;

  /**
   * @param sink takes late and unusable records, while they are read
   * @throws IllegalArgumentException when the metric set cannot be read from records, such as a
   *     field that is no column
   */
  public RangeShaper(MetricSet metricSet, ShapeRules rules, ShardStart start, SideSink sink) {
    this.metricSet = requireNonNull(metricSet, "metricSet");
    this.rules = requireNonNull(rules, "rules");
    this.start = requireNonNull(start, "start");
    this.sink = requireNonNull(sink, "sink");
    reader = new LineReader(metricSet, rules);
    intervals = new IntervalFinder(metricSet.calendar());
    lateness = metricSet.lateness().toMillis();
    closedUpTo = start.endOfLastClosed().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    clock = new ShardClock(start);
    int measures = metricSet.measures().size();
    RowLimit limit = RowLimit.of(metricSet.interval());
    rows =
        rules.addUp()
            ? new RowTable(metricSet.dimensions().size(), measures, limit)
            : new RecordRows(start.shardId(), measures, limit);
  }

  /**
   * Takes the next record of the shard. Its data may hold several lines, each a record of its own:
   * the first has the given sub-sequence number, and each line after it that plus 2^32 times its
   * place (1 for the second line), which tells all of them apart from the other records of an
   * aggregated one. A line break at the end begins no line; a byte order mark at the beginning is
   * skipped. The sink is given the data of a record that is a single line as it came, and the bytes
   * of the line without its line break when there are several.
   *
   * @param subSequence its place within an aggregated record, from 0
   * @param arrivalMillis when the stream took it, in epoch milliseconds: a long, since this is
   *     called for every record
   * @param data its bytes; may be handed to the sink, and must not be changed
   * @throws TooManyRowsException when there are more rows than the rules allow
   */
  public void accept(String sequenceNumber, long subSequence, long arrivalMillis, byte[] data) {
    if (finished) {
      throw new IllegalStateException("the range of " + start.shardId() + " is finished");
    }
    line.startRecord(sequenceNumber, subSequence, arrivalMillis, data);
    int from = Utf8.byteOrderMark(data);
    int end = reader.lineEnd(data, from);
    boolean alone = end + 1 >= data.length;
    shape(from, end, alone);
    while (end + 1 < data.length) {
      from = end + 1;
      end = reader.lineEnd(data, from);
      line.step(LINE_STEP);
      shape(from, end, alone);
    }
  }

  /** What became of the records. The shaper cannot be used afterwards. */
  public ShapedRange finish() {
    finished = true;
    return new ShapedRange(start.shardId(), read, rows.toMap(), late, rejected, clock.progress());
  }

  private void shape(int from, int end, boolean alone) {
    line.startLine(from, end, alone);
    read++;
    try {
      place(reader.read(line));
    } catch (UnusableRecordException unusable) {
      rejected.merge(unusable.reason(), 1L, Long::sum);
      sink.rejected(unusable.reason(), unusable.detail(), line.toStreamRecord());
    }
  }

  /**
   * Late or not, by the clock before the record moves it. That the interval is closed is asked
   * besides: when a job was started anew with more lateness, its clock alone does not tell.
   */
  private void place(Observation observation) {
    long eventTime = observation.eventMillis();
    intervals.find(eventTime);
    if (intervals.start() < closedUpTo || clock.hasPassed(intervals.end() + lateness)) {
      Instant interval = Instant.ofEpochMilli(intervals.start());
      late.merge(interval, 1L, Long::sum);
      sink.late(interval, line.toStreamRecord());
    } else {
      addToRows(observation);
    }
    clock.advance(eventTime, line.arrivalMillis());
  }

  private void addToRows(Observation observation) {
    rows.add(intervals.start(), observation, line.sequenceNumber(), line.subSequence());
    if (rows.size() > rules.maxOpenRows()) {
      throw TooManyRowsException.of(
          rows, rules.maxOpenRows(), start.shardId(), metricSet.dimensions());
    }
  }
}
