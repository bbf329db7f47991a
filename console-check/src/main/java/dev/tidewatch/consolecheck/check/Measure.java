package dev.tidewatch.consolecheck.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A line of the table: what was measured, what it should be, and what it was. */
public record Measure(String what, String target, String measured, boolean kept) {
  /** Of some values, their median. */
  static Measure median(String what, String unit, double target, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = sorted[sorted.length / 2];
    return new Measure(
        what,
        String.format(Locale.ROOT, "< %,.0f %s", target, unit),
        String.format(
            Locale.ROOT,
            "%,.0f %s (%,.0f to %,.0f, %d times)",
            median,
            unit,
            sorted[0],
            sorted[sorted.length - 1],
            sorted.length),
        median < target);
  }

  /**
   * Of calls in nanoseconds.
   *
   * @param processor nanoseconds of the processor a call took
   */
  static Measure percentile95(String what, double target, long[] nanoseconds, long processor) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    double p95 = sorted[(int) Math.ceil(sorted.length * .95) - 1] / 1e6;
    return new Measure(
        what,
        String.format(Locale.ROOT, "p95 < %.0f ms", target),
        String.format(
            Locale.ROOT,
            "p95 %.1f ms (median %.1f, most %.1f, %d times; %.1f ms of a processor each)",
            p95,
            sorted[sorted.length / 2] / 1e6,
            sorted[sorted.length - 1] / 1e6,
            sorted.length,
            processor / 1e6),
        p95 < target);
  }

  /** As a line of a Markdown table. */
  String line() {
    return "| %s | %s | %s | %s |".formatted(what, target, measured, kept ? "kept" : "MISSED");
  }
}
