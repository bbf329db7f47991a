package dev.tidewatch.etl.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an audit found.
 *
 * @param period which intervals were looked at
 * @param read records that were read; in a part of time, those accepted or late
 * @param written records in published intervals
 * @param late records that came too late
 * @param rejected records that could not be used; in a part of time none, for they belong to none
 * @param open records that wait for their interval to close
 * @param conflicting records put aside because other rows had been published
 * @param abandoned records that were open when another query took over and read them anew
 * @param objects how many objects were compared
 * @param intervals the intervals, in order of time
 * @param differences what is wrong; empty when all is right
 */
public record AuditReport(
    Period period,
    long read,
    long written,
    long late,
    long rejected,
    long open,
    long conflicting,
    long abandoned,
    long objects,
    List<AuditedInterval> intervals,
    List<Difference> differences) {
  public AuditReport {
    requireNonNull(period, "period");
    intervals = List.copyOf(intervals);
    differences = List.copyOf(differences);
  }

  /** Whether every record is accounted for and every object as it was written. */
  public boolean isClean() {
    return differences.isEmpty();
  }

  /** The outcome for people: one line that adds up, then one for each difference. */
  public String text() {
    StringBuilder text = new StringBuilder(equation()).append('\n');
    text.append(
        String.format(
            Locale.ROOT, "%,d intervals, %,d objects compared%n", intervals.size(), objects));
    for (Difference difference : differences) {
      text.append("✘ ").append(difference.key()).append(": ").append(difference.message());
      text.append('\n');
    }
    return text.toString();
  }

  private String equation() {
    List<String> terms = new ArrayList<>();
    terms.add(term("written", written));
    terms.add(term("late", late));
    terms.add(term("rejected", rejected));
    terms.add(term("open", open));
    if (conflicting > 0) {
      terms.add(term("conflicting", conflicting));
    }
    if (abandoned > 0) {
      terms.add(term("abandoned", abandoned));
    }
    String mark = isClean() ? "  ✔" : "  ✘";
    return term("read", read) + " = " + String.join(" + ", terms) + mark;
  }

  private static String term(String name, long count) {
    return String.format(Locale.ROOT, "%s %,d", name, count);
  }

  /** A table of the intervals' records for people. */
  public String intervalTable() {
    return table(intervals, "interval");
  }

  /** A table of the days' records (UTC) for people. */
  public String dayTable() {
    SortedMap<Instant, AuditedInterval> days = new TreeMap<>();
    for (AuditedInterval interval : intervals) {
      Instant day =
          interval
              .start()
              .atZone(ZoneOffset.UTC)
              .toLocalDate()
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC);
      days.merge(day, at(day, interval), AuditReport::sum);
    }
    return table(List.copyOf(days.values()), "day");
  }

  private static AuditedInterval at(Instant start, AuditedInterval counts) {
    return new AuditedInterval(
        start, counts.accepted(), counts.written(), counts.open(), counts.late());
  }

  private static AuditedInterval sum(AuditedInterval left, AuditedInterval right) {
    return new AuditedInterval(
        left.start(),
        left.accepted() + right.accepted(),
        left.written() + right.written(),
        left.open() + right.open(),
        left.late() + right.late());
  }

  private static String table(List<AuditedInterval> lines, String what) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-20s %12s %12s %12s %12s%n",
                what,
                "accepted",
                "written",
                "open",
                "late"));
    for (AuditedInterval line : lines) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %,12d %,12d %,12d %,12d%n",
              line.start(),
              line.accepted(),
              line.written(),
              line.open(),
              line.late()));
    }
    return text.toString();
  }
}
