package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.MetricSet;
import java.time.Instant;

/** Reads what lines say, and tells unusable ones by their reason. To be used by one thread. */
final class LineReader {
  private final ShapeRules rules;
  private final long maxAhead;
  private final long maxAge;
  private final FieldValues fields;
  private final RecordDecoder decoder;
  private final Observation observation;

  /**
   * @throws IllegalArgumentException when the fields of the metric set cannot be found in records
   *     of its format
   */
  LineReader(MetricSet metricSet, ShapeRules rules) {
    this.rules = rules;
    maxAhead = rules.maxAhead().toMillis();
    maxAge = rules.maxAge().toMillis();
    FieldLayout layout = FieldLayout.of(metricSet);
    fields = new FieldValues(layout.fields().size());
    decoder = RecordDecoder.of(metricSet.format(), layout);
    observation = new Observation(metricSet, layout, fields);
  }

  /** Where the line that begins at an index ends: at its line feed, or at the end of the data. */
  int lineEnd(byte[] data, int from) {
    return decoder.recordEnd(data, from);
  }

  /** What the line says; good until the next one is read. */
  Observation read(RecordLine line) throws UnusableRecordException {
    checkText(line);
    fields.clear();
    decoder.decode(line.data(), line.start(), line.end(), fields);
    observation.read();
    checkAge(observation.eventMillis(), line.arrivalMillis());
    return observation;
  }

  private void checkText(RecordLine line) throws UnusableRecordException {
    if (line.length() > rules.maxRecordBytes()) {
      throw new UnusableRecordException(
          RejectReason.TOO_LONG, line.length() + " bytes, more than " + rules.maxRecordBytes());
    }
    if (line.isBlank()) {
      throw new UnusableRecordException(RejectReason.EMPTY, "nothing but blanks");
    }
    int invalid = Utf8.firstInvalid(line.data(), line.start(), line.end());
    if (invalid < line.end()) {
      throw new UnusableRecordException(
          RejectReason.NOT_UTF8, "no UTF-8 at byte " + (invalid - line.start()) + " of the line");
    }
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
}
