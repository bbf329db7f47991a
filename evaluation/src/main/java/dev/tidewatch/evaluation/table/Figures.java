package dev.tidewatch.evaluation.table;

import dev.tidewatch.evaluation.timing.Timing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of one method, as its scorer's report and its timings give them. */
final class Figures {
  private static final Pattern SECTION = Pattern.compile("^## (\\S+)$");
  private static final String NUMBER = "(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)";
  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("standard", "^NAB .*\\bstandard=" + NUMBER),
          new Phrase("delay F1", "pooled delay-k F1 \\(.*?\\) = " + NUMBER),
          new Phrase("event F1", "pooled EVENT F1 \\(.*?\\) = " + NUMBER),
          new Phrase("recall", "operational .*\\brecall=" + NUMBER),
          new Phrase("precision", "operational .*\\bprecision=" + NUMBER),
          new Phrase("false", "operational .*per series-day=" + NUMBER),
          new Phrase("event F1", "^CUBE .*? F1=" + NUMBER),
          new Phrase("contribution F1", "contributions .*?\\bF1=" + NUMBER),
          new Phrase("F1", "^RCA .*\\bF1=" + NUMBER));

  private final Map<String, Mean> byKey = new HashMap<>();

  private record Phrase(String name, Pattern pattern) {
    Phrase(String name, String regex) {
      this(name, Pattern.compile(regex));
    }
  }

  private record Mean(double sum, int count) {
    Mean plus(double value) {
      return new Mean(sum + value, count + 1);
    }
  }

  /**
   * @param report what the scorer printed
   * @param timings the method's timings by set
   */
  Figures(String report, Map<String, Timing> timings) {
    String section = "";
    for (String line : report.lines().toList()) {
      Matcher head = SECTION.matcher(line);
      if (head.matches()) {
        section = head.group(1).startsWith("cube/") ? "cube" : head.group(1);
      }
      read(section, line);
    }
    Timing series =
        timings.entrySet().stream()
            .filter(set -> set.getKey().equals("nab") || set.getKey().startsWith("kpi/"))
            .map(Map.Entry::getValue)
            .reduce(Timing.NONE, Timing::plus);
    if (series.points() > 0) {
      put("micros", series.microsPerPoint());
    }
  }

  /** A figure, the mean of it where several sets give one; empty where none does. */
  OptionalDouble of(Figure figure) {
    Mean mean = byKey.get(figure.key());
    return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean.sum() / mean.count());
  }

  private void read(String section, String line) {
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.pattern().matcher(line);
      if (matcher.find()) {
        put(section + " " + phrase.name(), Double.parseDouble(matcher.group(1)));
      }
    }
  }

  private void put(String key, double value) {
    byKey.put(key, byKey.getOrDefault(key, new Mean(0, 0)).plus(value));
  }
}
