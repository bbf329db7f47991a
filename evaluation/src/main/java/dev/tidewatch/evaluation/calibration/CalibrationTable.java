package dev.tidewatch.evaluation.calibration;

import dev.tidewatch.scoring.series.Severity;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Prints findings, and how many of them are within a factor of two of the promise. */
final class CalibrationTable {
  private final PrintWriter out;
  private final int[] kept = new int[Finding.SEVERITIES.size()];
  private final int[] measured = new int[Finding.SEVERITIES.size()];

  CalibrationTable(PrintWriter out) {
    this.out = out;
  }

  void head() {
    out.println(
        "Below each severity: alerts seen / promised, [90 % interval], alerts seen, within a factor of two?");
    out.printf(
        Locale.ROOT, "%-28s %-6s %-6s %11s", "healthy series", "every", "known", "series-days");
    for (int severity : Finding.SEVERITIES) {
      out.printf(Locale.ROOT, "  %-30s", severity + ", once in " + days(severity));
    }
    out.println();
  }

  void add(Finding finding) {
    out.printf(
        Locale.ROOT,
        "%-28s %-6s %-6s %,11.0f",
        finding.kind(),
        text(finding.interval()),
        finding.stage(),
        finding.days());
    for (int i = 0; i < kept.length; i++) {
      Optional<Ratio> ratio = finding.at(i);
      count(i, ratio);
      out.printf(Locale.ROOT, "  %-30s", ratio.map(CalibrationTable::text).orElse("-"));
    }
    out.println();
    out.flush();
  }

  void foot() {
    out.printf(Locale.ROOT, "%-54s", "within a factor of two");
    for (int i = 0; i < kept.length; i++) {
      out.printf(Locale.ROOT, "  %-30s", kept[i] + " of " + measured[i]);
    }
    out.println();
    out.flush();
  }

  private void count(int index, Optional<Ratio> ratio) {
    measured[index] += ratio.isPresent() ? 1 : 0;
    kept[index] += ratio.filter(Ratio::withinFactorTwo).isPresent() ? 1 : 0;
  }

  private static String text(Ratio ratio) {
    return String.format(
        Locale.ROOT,
        "%5.2f [%.2f-%.2f] %d %s",
        ratio.value(),
        ratio.lower(),
        ratio.upper(),
        ratio.observed(),
        ratio.withinFactorTwo() ? "yes" : "no");
  }

  private static String days(int severity) {
    double days = Severity.returnPeriod(severity).toMinutes() / 1_440.0;
    return String.format(Locale.ROOT, days < 10 ? "%.1f days" : "%,.0f days", days);
  }

  private static String text(Duration interval) {
    long minutes = interval.toMinutes();
    return minutes < 60
        ? minutes + " min"
        : minutes < 1_440 ? minutes / 60 + " h" : minutes / 1_440 + " d";
  }
}
