package dev.tidewatch.setup.cloudformation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be told of a template: what stops its import, and what people should know. */
final class Findings {
  private final Set<String> problems = new LinkedHashSet<>();
  private final Set<String> said = new LinkedHashSet<>();
  private final Map<String, String> settled = new LinkedHashMap<>();

  void problem(String place, String message) {
    problems.add(place + ": " + message);
  }

  /** Something of the template that the file does not hold. */
  void leftOut(String place, String reason) {
    said.add("left out: " + place + ", because " + reason);
  }

  /** A parameter or condition of the template that has one value in the file. */
  void settle(String name, String value) {
    settled.put(name, value);
  }

  boolean isSettled(String name) {
    return settled.containsKey(name);
  }

  /** Tells for which parameters and conditions the file holds. */
  void tellSettled() {
    if (!settled.isEmpty()) {
      String values =
          settled.entrySet().stream()
              .map(entry -> entry.getKey() + " = " + entry.getValue())
              .collect(Collectors.joining(", "));
      said.add("settled: " + values + "; for other values import again with --parameter");
    }
  }

  void say(String message) {
    said.add(message);
  }

  List<String> said() {
    return List.copyOf(said);
  }

  /** Ends the import when something stops it. */
  void check(String template) {
    if (!problems.isEmpty()) {
      throw new InvalidTemplate(template, List.copyOf(problems));
    }
  }
}
