package dev.tidewatch.metricset.timestamp;

import static dev.tidewatch.metricset.timestamp.TimestampFormat.NOT_A_TIMESTAMP;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.metricset.timestamp.PatternLetters.Part;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/** Timestamps written as a pattern says. */
final class PatternSyntax implements TimestampSyntax {
  private final DateTimeFormatter reading;
  private final DateTimeFormatter writing;
  private final Duration precision;
  private final Optional<FixedWidthLayout> layout;

  private PatternSyntax(String pattern, List<Part> parts) {
    var formatters = new PatternFormatters(pattern, parts);
    this.reading = formatters.reading();
    this.writing = formatters.writing();
    this.precision = formatters.precision();
    this.layout = FixedWidthLayout.of(parts);
  }

  static PatternSyntax of(String pattern) {
    return new PatternSyntax(pattern, PatternLetters.split(pattern));
  }

  @Override
  public Instant parse(String text, ZoneId zone) {
    TemporalAccessor read = reading.parse(text);
    if (read.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(read);
    }
    ZoneId written = read.query(TemporalQueries.zone());
    return LocalDateTime.from(read).atZone(written == null ? zone : written).toInstant();
  }

  @Override
  public String format(Instant instant, ZoneId zone) {
    return writing.format(instant.atZone(zone));
  }

  @Override
  public TimestampReader reader(ZoneId zone) {
    TimestampReader any = (buffer, from, to) -> parseMillis(buffer, from, to, zone);
    return layout.<TimestampReader>map(fixed -> new FixedWidthReader(fixed, zone, any)).orElse(any);
  }

  private long parseMillis(byte[] buffer, int from, int to, ZoneId zone) {
    try {
      return parse(new String(buffer, from, to - from, UTF_8), zone).toEpochMilli();
    } catch (DateTimeException notOfThisFormat) {
      return NOT_A_TIMESTAMP;
    }
  }

  @Override
  public Duration precision() {
    return precision;
  }
}
