package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The section {@code timestamp}. */
public final class TimestampSection {
  private static final List<String> KEYS = List.of("column", "field", "format", "zone");
  private static final String FORMAT_REMEDY =
      "Use the letters of yyyy-MM-dd HH:mm:ss, or UNIX for epoch time";

  private final ColumnsSection columns;
  private final @Nullable IntervalLength interval;

  /**
   * @param interval what the format must tell apart; null when it is a problem itself
   */
  public TimestampSection(ColumnsSection columns, @Nullable IntervalLength interval) {
    this.columns = columns;
    this.interval = interval;
  }

  /** The timestamp column; empty after problems were told. */
  public Optional<TimestampColumn> read(YamlValue section) {
    return section.mapping(KEYS).flatMap(this::readKeys);
  }

  private Optional<TimestampColumn> readKeys(YamlMapping keys) {
    Optional<String> column =
        keys.required("column", "column: event_time").flatMap(columns::readName);
    Optional<String> field = columns.readField(keys, "column", column.orElse(null));
    Optional<TimestampFormat> format =
        keys.required("format", "format: yyyy-MM-dd HH:mm:ss").flatMap(this::readFormat);
    Optional<ZoneId> zone =
        keys.optional("zone").map(TimestampSection::readZone).orElse(Optional.of(ZoneId.of("UTC")));
    if (column.isEmpty() || field.isEmpty() || format.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new TimestampColumn(column.get(), field.get(), format.get(), zone.get()));
  }

  private Optional<TimestampFormat> readFormat(YamlValue value) {
    Optional<TimestampFormat> format = value.as(TimestampFormat::of, FORMAT_REMEDY);
    if (format.isPresent() && interval != null && !format.get().determines(interval)) {
      value.problem(
          "'" + format.get() + "' is too coarse for intervals of " + interval,
          "Add the time of day, as in yyyy-MM-dd HH:mm:ss, or use a longer interval");
    }
    return format;
  }

  private static Optional<ZoneId> readZone(YamlValue value) {
    String remedy = "Use UTC or a name such as Europe/Berlin";
    Optional<String> text = value.text(remedy);
    Optional<ZoneId> zone = text.flatMap(TimestampSection::parseZone);
    if (text.isPresent() && zone.isEmpty()) {
      value.problem(
          "'" + text.get() + "' is no time zone",
          Suggestion.nearest(text.get(), ZoneId.getAvailableZoneIds())
              .map(near -> "Did you mean '" + near + "'?")
              .orElse(remedy));
    }
    return zone;
  }

  private static Optional<ZoneId> parseZone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
