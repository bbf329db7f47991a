package dev.tidewatch.evaluation.calibration;

import dev.tidewatch.scoring.series.Severity;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints findings, and by severity how many of them are within a factor of two of the promise: of
 * young series, of grown ones and of recorded ones.
 */
final class CalibrationTable {
  private final PrintWriter out;
  private final Map<String, List<KeptPromises>> kept = new LinkedHashMap<>();

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

  /**
   * @param counted what it counts to in the end, beside others of that name
   */
  void add(String counted, Finding finding) {
    List<KeptPromises> promises = kept.computeIfAbsent(counted, any -> untold());
    out.printf(
        Locale.ROOT,
        "%-28s %-6s %-6s %,11.0f",
        finding.kind(),
        text(finding.interval()),
        finding.stage(),
        finding.days());
    for (int i = 0; i < promises.size(); i++) {
      Optional<Ratio> ratio = finding.at(i);
      ratio.ifPresent(promises.get(i)::add);
      out.printf(Locale.ROOT, "  %-30s", ratio.map(CalibrationTable::text).orElse("-"));
    }
    out.println();
    out.flush();
  }

  void foot() {
    kept.forEach(
        (counted, promises) -> {
          for (int i = 0; i < promises.size(); i++) {
            out.printf(
                Locale.ROOT,
                "severity %d, %s: %s%n",
                Finding.SEVERITIES.get(i),
                counted,
                promises.get(i).text());
          }
        });
    out.flush();
  }

  private static List<KeptPromises> untold() {
    return Finding.SEVERITIES.stream().map(severity -> new KeptPromises()).toList();
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
