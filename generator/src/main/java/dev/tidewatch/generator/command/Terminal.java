package dev.tidewatch.generator.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** What may be shown on standard error. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** A bar where somebody watches, else a line now and then, else nothing. */
  static Progress progress(
      boolean quiet,
      Schedule schedule,
      PrintWriter err,
      InstantSource clock,
      Map<String, String> environment) {
    if (quiet) {
      return Progress.NONE;
    }
    boolean plain = environment.containsKey("NO_COLOR") || environment.containsKey("CI");
    return !plain && isWatched()
        ? new BarProgress(System.err, schedule)
        : new LineProgress(err, clock);
  }

  private static boolean isWatched() {
    try {
      Path target = Files.readSymbolicLink(STANDARD_ERROR);
      return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return false; // no such system: lines do no harm
    }
  }
}
