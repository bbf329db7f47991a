package dev.tidewatch.etl.job;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the query between two batches when the process is told to end, before Spark itself is taken
 * down. A batch that takes too long is left to be repeated.
 */
final class GracefulStop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  /** Spark's own hooks have lower ones and run later. */
  private static final int PRIORITY = 100;

  private static final long PATIENCE_SECONDS = 30;

  private final Runnable hook;

  private GracefulStop(Runnable hook) {
    this.hook = hook;
  }

  /**
   * @param running held while a batch runs
   */
  static GracefulStop of(StreamingQuery query, Lock running) {
    Runnable hook = () -> stop(query, running);
    ShutdownHookManager.get()
        .addShutdownHook(hook, PRIORITY, PATIENCE_SECONDS + 10, TimeUnit.SECONDS);
    return new GracefulStop(hook);
  }

  private static void stop(StreamingQuery query, Lock running) {
    try {
      boolean between = running.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
      LOG.info(
          "Stopping {}", between ? "between two batches" : "in a batch, which will be repeated");
      query.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warn("The query did not stop in time; what it was doing will be repeated");
    }
  }

  @Override
  public void close() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
