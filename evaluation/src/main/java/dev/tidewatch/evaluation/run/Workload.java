package dev.tidewatch.evaluation.run;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.timing.Timing;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One method over one set of data.
 *
 * @param method the method's name
 * @param set the set's name
 * @param results the method's folder of results
 * @param tasks the parts of the work, independent of each other, the longest first
 */
public record Workload(
    String method, String set, Path results, List<? extends Callable<Timing>> tasks) {
  public Workload {
    requireNonNull(method, "method");
    requireNonNull(set, "set");
    requireNonNull(results, "results");
    tasks = List.copyOf(tasks);
  }
}
