package dev.tidewatch.generator;

import dev.tidewatch.generator.command.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives a run that is interrupted (Ctrl-C) the time to send what it has made. */
final class Interruption {
  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption() {}

  /** Stops the run when the process is told to end, and waits for it, but not for ever. */
  static Interruption of(StopSignal stop, int waitSeconds) {
    Interruption interruption = new Interruption();
    Thread hook = new Thread(() -> interruption.await(stop, waitSeconds), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return interruption;
  }

  /** The run has come to its end. */
  void finished() {
    finished.countDown();
  }

  private void await(StopSignal stop, int waitSeconds) {
    stop.stop();
    try {
      if (!finished.await(waitSeconds, TimeUnit.SECONDS)) {
        System.err.println(
            "generator: not everything made was sent within "
                + waitSeconds
                + " s of the interrupt");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
