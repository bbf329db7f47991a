package dev.tidewatch.generator.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A line every ten seconds: for logs and pipes. */
final class LineProgress implements Progress {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final InstantSource clock;
  private Instant lastLine;
  private long lastRecords;

  LineProgress(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.lastLine = clock.instant();
  }

  @Override
  public void sent(long records, Instant reached) {
    Instant now = clock.instant();
    Duration passed = Duration.between(lastLine, now);
    if (passed.compareTo(PERIOD) >= 0) {
      double rate = (records - lastRecords) * 1e9 / passed.toNanos();
      out.printf(
          Locale.ROOT,
          "%,d records sent, up to %s, %,.0f/s%n",
          records,
          reached.truncatedTo(ChronoUnit.SECONDS),
          rate);
      out.flush();
      lastLine = now;
      lastRecords = records;
    }
  }

  @Override
  public void close() {}
}
