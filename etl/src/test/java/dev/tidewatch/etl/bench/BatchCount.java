package dev.tidewatch.etl.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.streaming.StreamingQueryListener;

/** Counts the batches of one query, as Spark tells of them. */
final class BatchCount extends StreamingQueryListener {
  private static final long PATIENCE_SECONDS = 30;

  private final AtomicLong batches = new AtomicLong();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** How many batches had records, once Spark has told of the query's end. */
  long await() throws InterruptedException {
    if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Spark has not told that the query ended");
    }
    return batches.get();
  }

  @Override
  public void onQueryStarted(QueryStartedEvent event) {}

  @Override
  public void onQueryProgress(QueryProgressEvent event) {
    if (event.progress().numInputRows() > 0) {
      batches.incrementAndGet();
    }
  }

  @Override
  public void onQueryTerminated(QueryTerminatedEvent event) {
    ended.countDown();
  }
}
