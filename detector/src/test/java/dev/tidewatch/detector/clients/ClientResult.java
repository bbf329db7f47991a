package dev.tidewatch.detector.clients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client found, from the lines it wrote: {@code ok operation CreateAlert}, {@code failed
 * paginator ListAlerts: why}, {@code version 2.36.2}. What it did not come to is not ok.
 *
 * @param faults all that is wrong, one line each
 */
record ClientResult(String client, String version, Map<Kind, Integer> ok, List<String> faults) {
  private static final Pattern LINE =
      Pattern.compile("(ok|failed) (operation|paginator|error|other) ([^:]+)(?:: (.*))?");
  private static final String VERSION = "version ";

  /** What is counted, and how many of each the model has. */
  enum Kind {
    OPERATION(30),
    PAGINATOR(8),
    ERROR(7),
    /** Tags on all kinds of resources, times in the client's own types, temporary credentials. */
    OTHER(6);

    private final int expected;

    Kind(int expected) {
      this.expected = expected;
    }

    int expected() {
      return expected;
    }
  }

  static ClientResult of(String client, List<String> lines) {
    Map<Kind, Map<String, Boolean>> seen = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    String version = "?";
    for (String line : lines) {
      Matcher check = LINE.matcher(line);
      if (line.startsWith(VERSION)) {
        version = line.substring(VERSION.length());
      } else if (check.matches()) {
        boolean ok = check.group(1).equals("ok");
        Kind kind = Kind.valueOf(check.group(2).toUpperCase(java.util.Locale.ROOT));
        seen.computeIfAbsent(kind, any -> new LinkedHashMap<>())
            .merge(check.group(3), ok, Boolean::logicalAnd);
      }
      if (!line.startsWith("ok ") && !line.startsWith(VERSION)) {
        faults.add(line);
      }
    }
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      Map<String, Boolean> checks = seen.getOrDefault(kind, Map.of());
      counts.put(kind, (int) checks.values().stream().filter(Boolean::booleanValue).count());
    }
    return new ClientResult(client, version, counts, faults);
  }

  boolean passed() {
    return faults.isEmpty()
        && ok.entrySet().stream().allMatch(each -> each.getValue() == each.getKey().expected());
  }

  /** Its row in the table. */
  String row() {
    StringBuilder row = new StringBuilder("%-24s %-10s".formatted(client, version));
    for (Kind kind : Kind.values()) {
      row.append(" %10s".formatted(ok.get(kind) + "/" + kind.expected()));
    }
    return row.append("  ").append(passed() ? "passed" : "FAILED").toString();
  }

  static String heading() {
    return "%-24s %-10s %10s %10s %10s %10s  %s"
        .formatted("client", "version", "operations", "paginators", "errors", "others", "result");
  }
}
