package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.time.ZoneId;

/**
 * When a record happened.
 *
 * @param name the column's name in the interval files
 * @param field where a record holds it
 * @param format how the text reads (contract section 5.4)
 * @param zone the zone of texts that name none, and of intervals, folders and interval files
 */
public record TimestampColumn(String name, String field, TimestampFormat format, ZoneId zone) {
  public TimestampColumn {
    ColumnName.check(name);
    requireNonNull(field, "field");
    requireNonNull(format, "format");
    requireNonNull(zone, "zone");
  }
}
