package dev.tidewatch.etl.audit;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads several objects at once and hands them on one by one, in the order they were asked for:
 * what comes out is the same as if they had been read one after the other. Only a few are held at a
 * time.
 */
final class ReadAhead implements Closeable {
  static final int THREADS = 8;

  /** Enough that no thread waits while the oldest is looked at. */
  private static final int HELD = 4 * THREADS;

  private final ExecutorService readers = Executors.newFixedThreadPool(THREADS, ReadAhead::daemon);

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "audit-reader");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Reads each item and uses what came of it.
   *
   * @param read called by several threads
   * @param use called by this thread, in the order of the items; the supplier throws what the
   *     reading threw
   */
  <I, R> void each(Iterable<I> items, Function<I, R> read, BiConsumer<I, Supplier<R>> use) {
    Queue<Pending<I, R>> pending = new ArrayDeque<>();
    try {
      for (I item : items) {
        if (pending.size() == HELD) {
          pending.remove().handOn(use);
        }
        pending.add(new Pending<>(item, readers.submit(() -> read.apply(item))));
      }
      while (!pending.isEmpty()) {
        pending.remove().handOn(use);
      }
    } finally {
      pending.forEach(left -> left.result().cancel(true));
    }
  }

  private record Pending<I, R>(I item, Future<R> result) {
    void handOn(BiConsumer<I, Supplier<R>> use) {
      use.accept(item, () -> await(result));
    }
  }

  private static <R> R await(Future<R> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while objects were read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        failure.addSuppressed(e); // tells who waited for the read
        throw failure;
      }
      throw new IllegalStateException("an object was not read", e.getCause());
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
