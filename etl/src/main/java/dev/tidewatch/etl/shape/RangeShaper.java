package dev.tidewatch.etl.shape;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;
import java.time.Instant;
import java.util.Arrays;
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

  private final FieldValues fields;
  private final RecordDecoder decoder;
  private final Observation observation;
  private final IntervalFinder intervals;
  private final ShardClock clock;
  private final Rows rows;
  private final long maxAhead;
  private final long maxAge;
  private final long lateness;

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
    FieldLayout layout = FieldLayout.of(metricSet);
    int measures = metricSet.measures().size();
    fields = new FieldValues(layout.fields().size());
    decoder = RecordDecoder.of(metricSet.format(), layout);
    observation = new Observation(metricSet, layout, fields);
    intervals = new IntervalFinder(metricSet.calendar());
    clock = new ShardClock(start);
    rows =
        rules.addUp()
            ? new RowTable(metricSet.dimensions().size(), measures)
            : new RecordRows(start.shardId(), measures);
    maxAhead = rules.maxAhead().toMillis();
    maxAge = rules.maxAge().toMillis();
    lateness = metricSet.lateness().toMillis();
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
    int from = Utf8.byteOrderMark(data);
    int end = decoder.recordEnd(data, from);
    if (end + 1 >= data.length) {
      shape(sequenceNumber, subSequence, arrivalMillis, data, from, end, false);
      return;
    }
    long line = subSequence;
    while (from < data.length) {
      end = decoder.recordEnd(data, from);
      shape(sequenceNumber, line, arrivalMillis, data, from, end, true);
      from = end + 1;
      line += LINE_STEP;
    }
  }

  /** What became of the records. The shaper cannot be used afterwards. */
  public ShapedRange finish() {
    finished = true;
    return new ShapedRange(start.shardId(), read, rows.toMap(), late, rejected, clock.progress());
  }

  private void shape(
      String sequenceNumber,
      long subSequence,
      long arrival,
      byte[] data,
      int from,
      int end,
      boolean severalLines) {
    read++;
    int to = end > from && data[end - 1] == '\r' ? end - 1 : end;
    try {
      observe(data, from, to, arrival);
      long eventTime = observation.eventMillis();
      intervals.find(eventTime);
      if (clock.hasPassed(intervals.end() + lateness)) {
        Instant interval = Instant.ofEpochMilli(intervals.start());
        late.merge(interval, 1L, Long::sum);
        sink.late(
            interval, record(sequenceNumber, subSequence, arrival, data, from, to, severalLines));
      } else {
        rows.add(intervals.start(), observation, sequenceNumber, subSequence);
        if (rows.size() > rules.maxOpenRows()) {
          throw TooManyRowsException.of(
              rows, rules.maxOpenRows(), start.shardId(), metricSet.dimensions());
        }
      }
      clock.advance(eventTime, arrival);
    } catch (UnusableRecordException unusable) {
      rejected.merge(unusable.reason(), 1L, Long::sum);
      sink.rejected(
          unusable.reason(),
          unusable.detail(),
          record(sequenceNumber, subSequence, arrival, data, from, to, severalLines));
    }
  }

  /** Reads what the line says into the observation, when it can be used. */
  private void observe(byte[] data, int from, int to, long arrival) throws UnusableRecordException {
    checkText(data, from, to);
    fields.clear();
    decoder.decode(data, from, to, fields);
    observation.read();
    checkAge(observation.eventMillis(), arrival);
  }

  private void checkText(byte[] data, int from, int to) throws UnusableRecordException {
    if (to - from > rules.maxRecordBytes()) {
      throw new UnusableRecordException(
          RejectReason.TOO_LONG, (to - from) + " bytes, more than " + rules.maxRecordBytes());
    }
    if (isBlank(data, from, to)) {
      throw new UnusableRecordException(RejectReason.EMPTY, "nothing but blanks");
    }
    int invalid = Utf8.firstInvalid(data, from, to);
    if (invalid < to) {
      throw new UnusableRecordException(
          RejectReason.NOT_UTF8, "no UTF-8 at byte " + (invalid - from) + " of the line");
    }
  }

  private static boolean isBlank(byte[] data, int from, int to) {
    int at = from;
    while (at < to && (DecimalText.isBlank(data[at]) || data[at] == '\r')) {
      at++;
    }
    return at == to;
  }

  private void checkAge(long eventTime, long arrival) throws UnusableRecordException {
    if (eventTime > arrival + maxAhead) {
      throw new UnusableRecordException(
          RejectReason.FUTURE,
          times(eventTime, arrival) + "more than " + rules.maxAhead() + " ahead");
    }
    if (eventTime < arrival - maxAge) {
      throw new UnusableRecordException(
          RejectReason.TOO_OLD, times(eventTime, arrival) + "more than " + rules.maxAge() + " ago");
    }
  }

  private static String times(long eventTime, long arrival) {
    return "event time "
        + Instant.ofEpochMilli(eventTime)
        + ", arrival "
        + Instant.ofEpochMilli(arrival)
        + ": ";
  }

  private static StreamRecord record(
      String sequenceNumber,
      long subSequence,
      long arrival,
      byte[] data,
      int from,
      int to,
      boolean severalLines) {
    return new StreamRecord(
        sequenceNumber,
        subSequence,
        Instant.ofEpochMilli(arrival),
        severalLines ? Arrays.copyOfRange(data, from, to) : data);
  }
}
