package dev.tidewatch.generator.command;

import dev.tidewatch.generator.anomaly.Labels;
import dev.tidewatch.generator.sink.RecordSink.Delivery;
import dev.tidewatch.generator.stream.StreamTally;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a run came to. */
record Summary(
    int series,
    StreamTally tally,
    Delivery delivery,
    int anomalies,
    Optional<Labels> labels,
    Instant start,
    Instant end) {

  void print(PrintWriter out) {
    double seconds = Duration.between(start, end).toMillis() / 1e3;
    line(
        out,
        "sent %,d records of %,d series in %.1f s (%,.0f/s)",
        delivery.arrived(),
        series,
        seconds,
        delivery.arrived() / Math.max(seconds, 1e-3));
    line(
        out,
        "faults: %,d late, %,d doubled, %,d out of order, %,d malformed, %,d missing in %,d intervals",
        tally.late(),
        tally.duplicates(),
        tally.outOfOrder(),
        tally.malformed(),
        tally.missing(),
        tally.missingIntervals());
    line(
        out,
        "anomalies: %,d%s",
        anomalies,
        labels
            .map(label -> String.format(Locale.ROOT, ", %,d labels written", label.rows()))
            .orElse(""));
    if (delivery.resent() + delivery.doubtful() > 0) {
      line(
          out,
          "sent again: %,d refused by the stream, %,d without an answer (these may be doubled)",
          delivery.resent(),
          delivery.doubtful());
    }
    out.flush();
  }

  private static void line(PrintWriter out, String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
