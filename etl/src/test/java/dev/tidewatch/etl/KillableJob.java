package dev.tidewatch.etl;

import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.deliver.CommitStep;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The job, but ended at once, as by a loss of power, when it reaches a step for the n-th time:
 * {@code KillableJob STEP N run …}.
 */
public final class KillableJob {
  /** What a shell reports of a process that got SIGKILL. */
  private static final int KILLED = 137;

  private KillableJob() {}

  public static void main(String[] arguments) {
    CommitStep deadly = CommitStep.valueOf(arguments[0]);
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
    CommitObserver observer =
        step -> {
          if (step == deadly && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
    System.exit(EtlCommand.execute(observer, Arrays.copyOfRange(arguments, 2, arguments.length)));
  }
}
