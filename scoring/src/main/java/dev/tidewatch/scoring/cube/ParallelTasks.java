package dev.tidewatch.scoring.cube;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** Numbered tasks that do not depend on each other, shared out to threads. */
final class ParallelTasks {
  private ParallelTasks() {}

  /** Returns when all of them are done. */
  static void run(int tasks, Executor executor, IntConsumer task) {
    CompletableFuture<?>[] running = new CompletableFuture<?>[tasks];
    for (int i = 0; i < tasks; i++) {
      int number = i;
      running[i] = CompletableFuture.runAsync(() -> task.accept(number), executor);
    }
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException failed) {
      throw cause(failed);
    }
  }

  /** What went wrong, as if there had been no other thread. */
  private static RuntimeException cause(CompletionException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException cause ? cause : failed;
  }
}
