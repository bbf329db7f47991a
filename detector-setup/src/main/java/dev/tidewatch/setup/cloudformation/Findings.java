package dev.tidewatch.setup.cloudformation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be told of a template: what stops its import, and what people should know. */
final class Findings {
  private final Set<String> problems = new LinkedHashSet<>();
  private final Set<String> said = new LinkedHashSet<>();

  void problem(String place, String message) {
    problems.add(place + ": " + message);
  }

  /** Something of the template that the file does not hold. */
  void leftOut(String place, String reason) {
    said.add("left out: " + place + ", because " + reason);
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
