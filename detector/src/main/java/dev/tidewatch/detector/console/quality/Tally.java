package dev.tidewatch.detector.console.quality;

import java.time.Duration;
import java.util.List;

/**
 * How many intervals came to what.
 *
 * @param between those between the first and the last that were not run at all
 */
public record Tally(int ran, int complete, int missing, int failed, int waiting, int between) {
  /**
   * @param runs the oldest first
   * @param length of an interval
   */
  static Tally of(List<Run> runs, Duration length) {
    return new Tally(
        runs.size(),
        count(runs, Outcome.COMPLETE),
        count(runs, Outcome.MISSING),
        count(runs, Outcome.FAILED),
        count(runs, Outcome.WAITING),
        between(runs, length));
  }

  private static int count(List<Run> runs, Outcome outcome) {
    return (int) runs.stream().filter(run -> run.outcome() == outcome).count();
  }

  /** Days are 23 to 25 hours long where clocks are changed: hence rounded. */
  private static int between(List<Run> runs, Duration length) {
    if (runs.isEmpty()) {
      return 0;
    }
    Duration all =
        Duration.between(
            runs.get(0).interval().start(), runs.get(runs.size() - 1).interval().start());
    long due = Math.round((double) all.toSeconds() / length.toSeconds()) + 1;
    return (int) Math.max(0, due - runs.size());
  }

  /** Those that are not complete. */
  public int incomplete() {
    return ran - complete;
  }
}
