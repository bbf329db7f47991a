package dev.tidewatch.metricset.yaml;

import java.util.List;

/**
 * A YAML file with mistakes: all of them, in the order of the file. Its message is the {@link
 * ProblemReport}. Has no stack trace: it speaks of a file, not of code.
 */
public final class InvalidYamlFile extends RuntimeException {
  private final transient List<Problem> problems;

  InvalidYamlFile(String file, List<Problem> problems) {
    super(new ProblemReport(file, problems).text(), null, false, false);
    this.problems = problems.stream().sorted().toList();
  }

  /** At least one, sorted by line and column. */
  public List<Problem> problems() {
    return problems;
  }
}
