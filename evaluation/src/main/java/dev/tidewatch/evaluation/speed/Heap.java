package dev.tidewatch.evaluation.speed;

/** How much of the heap things hold. */
final class Heap {
  private Heap() {}

  /**
   * Bytes that are free once something is let go.
   *
   * @param letGo drops the last reference to it
   */
  static double of(Runnable letGo) {
    long with = used();
    letGo.run();
    return with - used();
  }

  /** After collections that no longer find anything: some things take several to go. */
  private static long used() {
    long before = Long.MAX_VALUE;
    long now = afterCollection();
    while (now < before) {
      before = now;
      now = afterCollection();
    }
    return now;
  }

  private static long afterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
