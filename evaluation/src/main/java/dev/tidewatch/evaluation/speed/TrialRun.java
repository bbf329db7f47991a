package dev.tidewatch.evaluation.speed;

import dev.tidewatch.evaluation.jvm.ChildJvm;
import java.util.List;
import java.util.Optional;

/**
 * Runs a trial in a JVM of the size it needs.
 *
 * @param kind what is tried
 * @param size over how many series
 */
record TrialRun(TrialKind kind, int size) {
  /** The figures; empty when the machine has not the memory. */
  Optional<Figures> figures(int runs) {
    if (Memory.availableMegabytes().orElse(Long.MAX_VALUE) < megabytesNeeded()) {
      return Optional.empty();
    }
    List<String> flags =
        List.of(
            "-Xmx" + kind.megabytes(size) + "m",
            "-XX:+UseSerialGC",
            // A full collection leaves nothing dead behind: what is in use is what is reachable.
            "-XX:MarkSweepDeadRatio=0");
    List<String> arguments = List.of(kind.name(), String.valueOf(size), String.valueOf(runs));
    return Optional.of(Figures.parse(ChildJvm.run(flags, TrialMain.class, arguments)));
  }

  /** Heap, and room for the JVM itself. */
  long megabytesNeeded() {
    return kind.megabytes(size) * 11 / 10 + 200;
  }
}
