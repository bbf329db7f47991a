package dev.tidewatch.consolecheck.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The log of a detector's runs and what they say of its data. */
record Runs(Handle handle, long detector, Duration interval, int series, List<String> columns) {
  /** One in so many has no data. */
  private static final int MISSING_EVERY = 97;

  /** Runs up to the last interval, whose start is given. */
  void write(Instant last, int count) {
    PreparedBatch runs = handle.prepareBatch("INSERT INTO execution VALUES (?, ?, ?, ?, ?, ?)");
    PreparedBatch quality = handle.prepareBatch("INSERT INTO quality VALUES (?, ?, ?, ?, ?)");
    for (int ago = count - 1; ago >= 0; ago--) {
      Instant start = last.minus(interval.multipliedBy(ago));
      long begun = start.plus(interval).plusSeconds(60).toEpochMilli();
      boolean missing = ago % MISSING_EVERY == 40;
      runs.add(
          detector,
          start.getEpochSecond(),
          missing ? "FAILED" : "COMPLETED",
          missing ? "there is no file in s3://shop-live/" + start + "/" : null,
          begun,
          begun + 420 + ago % 130);
      if (!missing) {
        quality(quality, start, ago);
      }
    }
    runs.execute();
    quality.execute();
  }

  private void quality(PreparedBatch batch, Instant start, int ago) {
    long invalid = ago % 50 == 7 ? 31 : 0;
    Map.of(
            "ROWS_PROCESSED", 840.0 + ago % 61,
            "ROWS_PARTIAL_COMPLIANCE", (double) (ago % 30 / 29 * 4),
            "INVALID_ROWS_COMPLIANCE", (double) invalid,
            "TIME_SERIES_COUNT", (double) series)
        .forEach((metric, value) -> batch.add(detector, start.getEpochSecond(), metric, "", value));
    for (String column : columns) {
      batch.add(
          detector,
          start.getEpochSecond(),
          "COLUMN_COMPLETENESS",
          column,
          ago % 50 == 7 ? 96.4 : 100.0);
    }
  }
}
