package dev.tidewatch.metricset.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The mistakes of one file as text, one a line, in a form that editors can follow: {@code
 * samples/x.yaml:12: interval: 'PT7M' is no interval length. Use PT5M, PT10M, PT1H or P1D.}
 *
 * @param file how the user named the file
 * @param problems in any order
 */
public record ProblemReport(String file, List<Problem> problems) {
  public ProblemReport {
    requireNonNull(file, "file");
    problems = problems.stream().sorted().toList();
  }

  /** One line a problem, without a line break at the end; empty when there is none. */
  public String text() {
    return problems.stream()
        .map(problem -> file + ":" + problem.line() + ": " + problem.text())
        .collect(Collectors.joining("\n"));
  }
}
