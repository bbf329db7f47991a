package dev.tidewatch.detector.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A line of the table: what was measured, what it should be, and what it was. */
record Measure(String what, String target, String measured, boolean kept) {
  /** Of durations in milliseconds: their median, and how far they reach. */
  static Measure median(String what, long target, List<Long> milliseconds) {
    long[] sorted = milliseconds.stream().mapToLong(Long::longValue).sorted().toArray();
    long median = sorted[sorted.length / 2];
    return new Measure(
        what,
        "< " + target + " ms",
        "%d ms (%d to %d, %d runs)"
            .formatted(median, sorted[0], sorted[sorted.length - 1], sorted.length),
        median < target);
  }

  /** Of calls in nanoseconds. */
  static Measure percentile95(String what, double target, long[] nanoseconds) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    double p95 = sorted[(int) Math.ceil(sorted.length * .95) - 1] / 1e6;
    return new Measure(
        what,
        String.format(Locale.ROOT, "p95 < %.0f ms", target),
        String.format(
            Locale.ROOT,
            "p95 %.1f ms (median %.1f, most %.1f, %d)",
            p95,
            sorted[sorted.length / 2] / 1e6,
            sorted[sorted.length - 1] / 1e6,
            sorted.length),
        p95 < target);
  }

  /** As a line of a Markdown table. */
  String line() {
    return "| %s | %s | %s | %s |".formatted(what, target, measured, kept ? "kept" : "MISSED");
  }
}
