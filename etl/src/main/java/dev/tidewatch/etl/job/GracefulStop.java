package dev.tidewatch.etl.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hadoop.util.ShutdownHookManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the process is told to end: stops the query between two batches and lets the job give back
 * what it holds, before Spark itself is taken down. A batch that takes too long is left to be
 * repeated.
 */
public final class GracefulStop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  /** Spark's own hooks have lower ones and run later. */
  private static final int PRIORITY = 100;

  private static final long BATCH_SECONDS = 20;
  private static final long CLOSE_SECONDS = 5;

  private final Lock running = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable hook = this::stop;
  private volatile @Nullable Stoppable reading;

  /** What reads and runs batches. */
  @FunctionalInterface
  public interface Stoppable {
    /** Returns when no more batches are run. */
    void stop() throws TimeoutException;
  }

  private GracefulStop() {}

  /** Begins to listen; to be closed when the job has given back all it holds. */
  public static GracefulStop listening() {
    var stop = new GracefulStop();
    ShutdownHookManager.get()
        .addShutdownHook(stop.hook, PRIORITY, BATCH_SECONDS + 2 * CLOSE_SECONDS, TimeUnit.SECONDS);
    return stop;
  }

  /** To be held while a batch runs. */
  public Lock running() {
    return running;
  }

  /** What is to be stopped. */
  public void of(Stoppable started) {
    reading = started;
  }

  private void stop() {
    try {
      boolean between = running.tryLock(BATCH_SECONDS, TimeUnit.SECONDS);
      LOG.info(
          "Stopping {}", between ? "between two batches" : "in a batch, which will be repeated");
      Stoppable started = reading;
      if (started != null) {
        started.stop();
      }
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The lease could not be given back in time; it runs out by itself");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warn("The query did not stop in time; what it was doing will be repeated");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
