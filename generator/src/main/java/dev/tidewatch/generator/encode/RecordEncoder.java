package dev.tidewatch.generator.encode;

import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.timeline.EpochNanos;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.RecordFormat;
import java.nio.charset.StandardCharsets;

/**
 * Writes records as the metric set has them, without a line break at the end: UTF-8, numbers as
 * plain decimals. Not for many threads.
 */
public final class RecordEncoder {
  private final MetricSet metricSet;
  private final RecordTemplate[] templates;
  private final int[] decimals;
  private byte[] timestamp = {};
  private long timestampMillis = Long.MIN_VALUE;

  /**
   * @param decimals how many decimals each measure's values have
   * @throws IllegalArgumentException when the format cannot hold the fields or values
   */
  public RecordEncoder(MetricSet metricSet, SeriesCatalog catalog, int[] decimals) {
    this.metricSet = metricSet;
    this.decimals = decimals.clone();
    templates = new RecordTemplate[catalog.size()];
    for (TimeSeries series : catalog.series()) {
      templates[series.index()] = template(metricSet, series);
    }
  }

  /** The line that comes before the first record of a file; empty when the format has none. */
  public static byte[] header(RecordFormat format) {
    if (format instanceof RecordFormat.Csv csv && csv.dialect().header()) {
      return CsvTemplate.header(csv).getBytes(StandardCharsets.UTF_8);
    }
    return new byte[0];
  }

  /** Appends the record of one series at one instant. */
  public void encode(RecordBuffer buffer, int series, long epochMillis, long[] unscaled) {
    if (epochMillis != timestampMillis) {
      timestamp = timestampText(epochMillis);
      timestampMillis = epochMillis;
    }
    templates[series].fill(buffer, timestamp, unscaled, decimals);
  }

  private byte[] timestampText(long epochMillis) {
    return metricSet
        .timestamp()
        .format()
        .format(
            EpochNanos.toInstant(epochMillis * EpochNanos.PER_MILLI), metricSet.timestamp().zone())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static RecordTemplate template(MetricSet metricSet, TimeSeries series) {
    Fields fields = Fields.of(metricSet, series);
    return metricSet.format() instanceof RecordFormat.Csv csv
        ? CsvTemplate.of(csv, fields)
        : JsonTemplate.of(fields);
  }
}
