package dev.tidewatch.metricset.interval;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The four interval lengths a detector knows (contract section 2), with the quotas that go with
 * each (section 5.6).
 */
public enum IntervalLength {
  PT5M(Duration.ofMinutes(5), 5, 15_000, 5_000),
  PT10M(Duration.ofMinutes(10), 5, 24_000, 10_000),
  PT1H(Duration.ofHours(1), 10, 150_000, 50_000),
  P1D(Duration.ofDays(1), 10, 150_000, 50_000);

  private final Duration duration;
  private final int maxFiles;
  private final int maxRecords;
  private final int maxTimeSeries;

  IntervalLength(Duration duration, int maxFiles, int maxRecords, int maxTimeSeries) {
    this.duration = duration;
    this.maxFiles = maxFiles;
    this.maxRecords = maxRecords;
    this.maxTimeSeries = maxTimeSeries;
  }

  /** The nominal length; a {@link #P1D} interval lasts 23 to 25 hours on daylight-saving days. */
  public Duration duration() {
    return duration;
  }

  /** How many files the folder of one interval may hold. */
  public int maxFiles() {
    return maxFiles;
  }

  /** How many records the files of one interval may hold together. */
  public int maxRecords() {
    return maxRecords;
  }

  /** How many time series (measure × dimension combination) a detector may have. */
  public int maxTimeSeries() {
    return maxTimeSeries;
  }

  /**
   * Reads {@code PT5M} as well as {@code 5m}, {@code 5min} and {@code 5}, which are minutes; empty
   * when no length is meant.
   */
  public static Optional<IntervalLength> parse(String text) {
    String name =
        switch (text.strip().toLowerCase(Locale.ROOT)) {
          case "5", "5m", "5min" -> "PT5M";
          case "10", "10m", "10min" -> "PT10M";
          case "60", "60m", "1h" -> "PT1H";
          case "1440", "24h", "1d" -> "P1D";
          default -> text.strip();
        };
    return Arrays.stream(values()).filter(length -> length.name().equals(name)).findFirst();
  }
}
