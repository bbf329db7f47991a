package dev.tidewatch.evaluation.run;

import java.io.PrintWriter;
import java.time.Duration;

/** A line every ten seconds: for logs and pipes. */
final class LineProgress implements RunProgress {
  private static final long PERIOD = Duration.ofSeconds(10).toNanos();

  private final PrintWriter out;
  private long lastLine = System.nanoTime();

  LineProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void finished(Workload workload, int finished) {
    long now = System.nanoTime();
    if (now - lastLine >= PERIOD) {
      lastLine = now;
      out.printf(
          "%s, %s: %d of %d%n",
          workload.method(), workload.set(), finished, workload.tasks().size());
      out.flush();
    }
  }
}
