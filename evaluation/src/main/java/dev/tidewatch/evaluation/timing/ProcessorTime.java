package dev.tidewatch.evaluation.timing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time a thread has used: other work on the machine does not count. */
public final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** Nanoseconds the calling thread has used so far; of the wall clock where that is not known. */
  public static long ofThisThread() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
