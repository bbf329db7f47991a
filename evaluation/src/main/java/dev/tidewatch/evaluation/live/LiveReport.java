package dev.tidewatch.evaluation.live;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was hidden beside what was found. */
final class LiveReport {
  private final Duration interval;
  private final Map<String, Integer> messages;
  private final PrintWriter out;

  /**
   * @param messages how many were received of each group
   */
  LiveReport(Duration interval, Map<String, Integer> messages, PrintWriter out) {
    this.interval = interval;
    this.messages = messages;
    this.out = out;
  }

  /**
   * What lies wholly in the time watched must be found. What only reaches into it may be: half an
   * anomaly is no fair question, but whoever sees it raises no false alarm. What begins when the
   * records have ended is not judged.
   */
  void print(List<HiddenAnomaly> labels, List<FoundAnomaly> groups, Instant from, Instant until) {
    List<HiddenAnomaly> hidden =
        labels.stream().filter(each -> each.isWithin(from, until)).toList();
    List<FoundAnomaly> found =
        groups.stream().filter(group -> group.start().isBefore(until)).toList();
    out.printf("%nHidden by the generator from %s to %s, and found:%n", from, until);
    int hits = 0;
    int named = 0;
    for (HiddenAnomaly each : hidden) {
      List<FoundAnomaly> of = found.stream().filter(group -> group.isOf(each, interval)).toList();
      boolean rightly = of.stream().anyMatch(group -> group.named().equals(each.where()));
      hits += of.isEmpty() ? 0 : 1;
      named += rightly ? 1 : 0;
      out.printf(
          "  %s %s  %-11s %-16s %s%n",
          of.isEmpty() ? "✗" : rightly ? "✔" : "~",
          each.start(),
          each.kind(),
          String.join(",", each.measures()),
          String.join(", ", each.where()));
      of.forEach(this::print);
    }
    long others =
        found.stream()
            .filter(group -> labels.stream().noneMatch(each -> group.isOf(each, interval)))
            .count();
    out.printf(
        "hidden %d, found %d, rightly named %d; groups without a label %d; %d messages of %d groups received%n",
        hidden.size(),
        hits,
        named,
        others,
        messages.values().stream().mapToInt(Integer::intValue).sum(),
        messages.size());
    out.flush();
  }

  private void print(FoundAnomaly group) {
    out.printf(
        "      severity %.0f %s from %s: %s%s%n",
        group.severity(),
        group.measure(),
        group.start(),
        String.join(", ", group.named()),
        messages.containsKey(group.id()) ? "" : "  (no message)");
  }
}
