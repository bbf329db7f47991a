package dev.tidewatch.setup.cloudformation;

import java.util.List;

/**
 * A template that cannot be read or understood: all that is wrong, each with its place and what to
 * do. Has no stack trace: it speaks of a file, not of code.
 */
public final class InvalidTemplate extends RuntimeException {
  private final transient List<String> problems;

  InvalidTemplate(String template, List<String> problems) {
    super(
        template
            + ": "
            + (problems.size() == 1 ? "one problem" : problems.size() + " problems")
            + "\n  "
            + String.join("\n  ", problems),
        null,
        false,
        false);
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<String> problems() {
    return problems;
  }
}
