package dev.tidewatch.etl.shape;

import static dev.tidewatch.etl.shape.RejectReason.BAD_TIMESTAMP;
import static dev.tidewatch.etl.shape.RejectReason.MISSING_FIELD;
import static dev.tidewatch.etl.shape.RejectReason.NOT_FINITE;
import static dev.tidewatch.etl.shape.RejectReason.OUT_OF_RANGE;
import static dev.tidewatch.etl.shape.RejectReason.WRONG_TYPE;

import dev.tidewatch.etl.shape.FieldValues.Kind;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import dev.tidewatch.metricset.timestamp.TimestampReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What one record says: when, of what, how much (contract section 5.3). Filled anew for each
 * record; to be used by one thread.
 *
 * <ul>
 *   <li>A dimension that is missing, null or empty has the empty string as its value. A number or
 *       boolean counts as it is written in JSON.
 *   <li>A measure that is missing, null or blank is left out; a record without any is unusable. A
 *       number within a JSON string counts.
 *   <li>Characters of a dimension are counted as people see them in a table of Unicode: one for
 *       each code point.
 * </ul>
 */
final class Observation {
  /** Longer texts are no timestamps, and are not looked at. */
  private static final int MAX_TIMESTAMP_LENGTH = 256;

  private final MetricSet metricSet;
  private final TimestampReader eventTimes;
  private final DecimalReader decimals = new DecimalReader();
  private final FieldValues fields;
  private final int timestampField;
  private final int[] dimensionFields;
  private final int[] measureFields;

  private long eventMillis;
  private final boolean[] present;
  private final long[] high;
  private final long[] low;

  /**
   * @param fields what the record's fields are read from, before each {@link #read()}
   */
  Observation(MetricSet metricSet, FieldLayout layout, FieldValues fields) {
    this.metricSet = metricSet;
    this.eventTimes = metricSet.timestamp().format().reader(metricSet.timestamp().zone());
    this.fields = fields;
    this.timestampField = layout.timestamp();
    this.dimensionFields = layout.dimensionFields();
    this.measureFields = layout.measureFields();
    this.present = new boolean[measureFields.length];
    this.high = new long[measureFields.length];
    this.low = new long[measureFields.length];
  }

  /** Takes over what the fields say. */
  void read() throws UnusableRecordException {
    readEventTime();
    for (int i = 0; i < dimensionFields.length; i++) {
      checkDimension(i, dimensionFields[i]);
    }
    boolean anyMeasure = false;
    for (int i = 0; i < measureFields.length; i++) {
      anyMeasure |= readMeasure(i, measureFields[i]);
    }
    if (!anyMeasure) {
      throw unusable(
          MISSING_FIELD,
          "no measure has a value: "
              + String.join(", ", metricSet.measures().stream().map(Measure::field).toList()));
    }
  }

  /** When it happened, in epoch milliseconds. */
  long eventMillis() {
    return eventMillis;
  }

  int dimensions() {
    return dimensionFields.length;
  }

  /** The array that holds a dimension's value, in UTF-8. */
  byte[] dimensionSource(int dimension) {
    return fields.source(dimensionFields[dimension]);
  }

  int dimensionStart(int dimension) {
    return fields.start(dimensionFields[dimension]);
  }

  int dimensionEnd(int dimension) {
    return fields.end(dimensionFields[dimension]);
  }

  List<String> dimensionValues() {
    return Arrays.stream(dimensionFields)
        .mapToObj(
            field ->
                new String(
                    fields.source(field),
                    fields.start(field),
                    fields.end(field) - fields.start(field),
                    StandardCharsets.UTF_8))
        .toList();
  }

  /** Whether the record has a value for a measure. */
  boolean has(int measure) {
    return present[measure];
  }

  /** The upper half of a measure's value, as {@link FixedDecimal} has it. */
  long high(int measure) {
    return high[measure];
  }

  long low(int measure) {
    return low[measure];
  }

  private void readEventTime() throws UnusableRecordException {
    int field = timestampField;
    switch (fields.kind(field)) {
      case TEXT, NUMBER -> {
        eventMillis = eventMillis(fields.source(field), fields.start(field), fields.end(field));
        if (eventMillis == TimestampFormat.NOT_A_TIMESTAMP) {
          throw unusable(
              BAD_TIMESTAMP,
              fields.excerpt(field)
                  + " is no timestamp of the format "
                  + metricSet.timestamp().format().pattern());
        }
      }
      case ABSENT ->
          throw unusable(
              MISSING_FIELD, "the timestamp " + metricSet.timestamp().field() + " is missing");
      case BOOLEAN, STRUCTURE, UNREACHABLE ->
          throw wrongType("timestamp", metricSet.timestamp().field(), field);
    }
  }

  private long eventMillis(byte[] text, int from, int to) {
    return to - from > MAX_TIMESTAMP_LENGTH
        ? TimestampFormat.NOT_A_TIMESTAMP
        : eventTimes.epochMillis(text, from, to);
  }

  private void checkDimension(int dimension, int field) throws UnusableRecordException {
    Kind kind = fields.kind(field);
    if (kind == Kind.ABSENT) {
      fields.set(field, Kind.ABSENT);
      return;
    }
    if (kind == Kind.STRUCTURE || kind == Kind.UNREACHABLE) {
      throw wrongType("dimension", metricSet.dimensions().get(dimension).field(), field);
    }
    int start = fields.start(field);
    int end = fields.end(field);
    if (end - start > Dimension.MAX_VALUE_LENGTH) {
      int characters = Utf8.characters(fields.source(field), start, end);
      if (characters > Dimension.MAX_VALUE_LENGTH) {
        throw unusable(
            OUT_OF_RANGE,
            "the dimension "
                + metricSet.dimensions().get(dimension).field()
                + " has "
                + characters
                + " characters, more than "
                + Dimension.MAX_VALUE_LENGTH
                + ": "
                + fields.excerpt(field));
      }
    }
  }

  private boolean readMeasure(int measure, int field) throws UnusableRecordException {
    Kind kind = fields.kind(field);
    present[measure] = false;
    if (kind == Kind.ABSENT) {
      return false;
    }
    if (kind != Kind.NUMBER && (kind != Kind.TEXT || isBlank(field))) {
      if (kind == Kind.TEXT) {
        return false;
      }
      throw wrongType("measure", measureName(measure), field);
    }
    switch (decimals.read(fields.source(field), fields.start(field), fields.end(field))) {
      case NUMBER -> {
        present[measure] = true;
        high[measure] = decimals.high();
        low[measure] = decimals.low();
      }
      case NO_NUMBER -> throw unusable(WRONG_TYPE, says(measure, field) + ", which is no number");
      case NOT_FINITE ->
          throw unusable(NOT_FINITE, says(measure, field) + ", which is no finite number");
      case OUT_OF_RANGE ->
          throw unusable(OUT_OF_RANGE, says(measure, field) + ", beyond 10^15 in size");
    }
    return true;
  }

  private boolean isBlank(int field) {
    byte[] source = fields.source(field);
    int at = fields.start(field);
    while (at < fields.end(field) && DecimalText.isBlank(source[at])) {
      at++;
    }
    return at == fields.end(field);
  }

  private String measureName(int measure) {
    return metricSet.measures().get(measure).field();
  }

  private String says(int measure, int field) {
    return "the measure " + measureName(measure) + " is " + fields.excerpt(field);
  }

  private UnusableRecordException wrongType(String role, String name, int field) {
    String what =
        switch (fields.kind(field)) {
          case BOOLEAN -> "a boolean";
          case STRUCTURE -> "an object or array";
          case UNREACHABLE -> "inside something that is no object";
          case ABSENT, TEXT, NUMBER -> "of another type";
        };
    return unusable(WRONG_TYPE, "the " + role + " " + name + " is " + what);
  }

  private static UnusableRecordException unusable(RejectReason reason, String detail) {
    return new UnusableRecordException(reason, detail);
  }
}
