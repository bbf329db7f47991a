package dev.tidewatch.setup.command;

import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.StepObserver;
import java.io.PrintWriter;

/** Tells each step as it is done, and how long it took. */
final class StepTalk implements StepObserver {
  private final PrintWriter err;
  private long begun;
  private int done;

  StepTalk(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void begins(Change step) {
    begun = System.nanoTime();
    err.print(step.action().sign() + " " + step.subject() + " … ");
    err.flush();
  }

  @Override
  public void done(Change step, String result) {
    done++;
    double seconds = (System.nanoTime() - begun) / 1e9;
    err.printf("%.1f s%s%n", seconds, result.isEmpty() ? "" : "  " + result);
    err.flush();
  }

  /** How many steps were done. */
  int done() {
    return done;
  }
}
