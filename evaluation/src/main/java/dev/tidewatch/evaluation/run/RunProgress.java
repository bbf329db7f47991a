package dev.tidewatch.evaluation.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Shows how far a run has come. */
@FunctionalInterface
public interface RunProgress {
  /** Shows nothing. */
  RunProgress NONE = (workload, finished) -> {};

  /** So many tasks of the workload are done. */
  void finished(Workload workload, int finished);

  /** A bar where somebody watches standard error, else a line now and then. */
  static RunProgress on(PrintWriter err, Map<String, String> environment) {
    boolean plain = environment.containsKey("NO_COLOR") || environment.containsKey("CI");
    return !plain && isWatched() ? new BarProgress(System.err) : new LineProgress(err);
  }

  private static boolean isWatched() {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
      return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return false; // no such system: lines do no harm
    }
  }
}
