package dev.tidewatch.metricset.yaml;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * One mistake in a metric set file.
 *
 * @param line where it stands, from 1
 * @param column where it stands in the line, from 1
 * @param path the keys that lead there, as {@code measures[1].name}; empty for the file as a whole
 * @param value what is written there; empty when there is nothing or no single value
 * @param message what is wrong, a sentence without its point
 * @param remedy what to do, a sentence without its point, or a question with its mark
 */
public record Problem(
    int line, int column, String path, String value, String message, String remedy)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::path)
          .thenComparing(Problem::message)
          .thenComparing(Problem::remedy)
          .thenComparing(Problem::value);

  public Problem {
    requireNonNull(path, "path");
    requireNonNull(value, "value");
    requireNonNull(message, "message");
    requireNonNull(remedy, "remedy");
  }

  /** The problem as people read it, without the file's name. */
  public String text() {
    String end = remedy.endsWith("?") ? "" : ".";
    return (path.isEmpty() ? "" : path + ": ") + message + ". " + remedy + end;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
