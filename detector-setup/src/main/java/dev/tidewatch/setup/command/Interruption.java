package dev.tidewatch.setup.command;

import java.io.PrintWriter;
import java.util.function.IntSupplier;

/** Tells, when the process is stopped amid its work, that nothing is lost by that. */
final class Interruption {
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
