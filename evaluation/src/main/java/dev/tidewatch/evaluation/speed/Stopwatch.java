package dev.tidewatch.evaluation.speed;

import dev.tidewatch.evaluation.timing.ProcessorTime;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Measures in processor time of the calling thread, so that other work on the machine does not
 * count, and adds what the garbage collector took meanwhile.
 */
final class Stopwatch {
  private Stopwatch() {}

  /**
   * Median nanoseconds of several runs.
   *
   * @param warmUps runs before, not measured, in which the compiler does its work
   * @param prepare makes ready for the next run, not measured
   * @param run takes the number of the run
   */
  static double median(int warmUps, int runs, IntConsumer prepare, IntConsumer run) {
    long[] nanos = new long[runs];
    for (int i = 0; i < warmUps + runs; i++) {
      prepare.accept(i);
      long before = now();
      run.accept(i);
      nanos[Math.max(0, i - warmUps)] = now() - before;
    }
    Arrays.sort(nanos);
    return (nanos[runs / 2] + nanos[(runs - 1) / 2]) / 2.0;
  }

  private static long now() {
    long collecting = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      collecting += Math.max(0, collector.getCollectionTime());
    }
    return ProcessorTime.ofThisThread() + 1_000_000 * collecting;
  }
}
