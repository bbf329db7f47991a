package dev.tidewatch.setup.command;

import dev.tidewatch.setup.aws.Stop;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Tells, when the process is stopped amid its work, that nothing is lost by that. */
final class Interruption {
  /** How long a process that is stopped waits for what it is doing. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Interruption() {}

  /** Does the work and answers its exit code. */
  static int toldDuring(IntSupplier work, PrintWriter err) {
    Thread last = new Thread(() -> tell(err), "stopped");
    Runtime.getRuntime().addShutdownHook(last);
    int code;
    try {
      code = work.getAsInt();
    } finally {
      forget(last);
    }
    return code;
  }

  /**
   * Does work that ends by itself soon after it is asked to stop, and answers its exit code: the
   * process waits for it when it is stopped.
   */
  static int finishing(IntSupplier work, Stop stop, PrintWriter err) {
    CountDownLatch finished = new CountDownLatch(1);
    Thread last =
        new Thread(
            () -> {
              stop.wish();
              await(finished);
              tell(err);
            },
            "stopped");
    Runtime.getRuntime().addShutdownHook(last);
    try {
      return work.getAsInt();
    } finally {
      finished.countDown();
      forget(last);
    }
  }

  private static void await(CountDownLatch finished) {
    try {
      boolean unused = finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(PrintWriter err) {
    err.println();
    err.println("Stopped; what was done stays. The same command goes on from there.");
    err.flush();
  }

  private static void forget(Thread last) {
    try {
      Runtime.getRuntime().removeShutdownHook(last);
    } catch (IllegalStateException alreadyStopping) {
      // then it speaks
    }
  }
}
