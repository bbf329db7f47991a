package dev.tidewatch.etl.kinesis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fetches the next page of a shard while the last one is worked on. */
final class PrefetchedPages implements AutoCloseable {
  private final ShardReader reader;
  private final ExecutorService fetcher;
  private Future<RecordPage> next;

  PrefetchedPages(ShardReader reader, String shardId) {
    this.reader = reader;
    this.fetcher =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "kinesis-pages-" + shardId);
              thread.setDaemon(true);
              return thread;
            });
    this.next = fetcher.submit(reader::next);
  }

  /** The page that was asked for. */
  RecordPage take() {
    try {
      return next.get();
    } catch (InterruptedException e) {
      throw PatientCalls.interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("fetching a page failed", e.getCause());
    }
  }

  /** Asks for one page more. */
  void askForMore() {
    next = fetcher.submit(reader::next);
  }

  /** Nothing more is needed: whatever is on its way is dropped. */
  @Override
  public void close() {
    next.cancel(true);
    next = CompletableFuture.failedFuture(new IllegalStateException("closed"));
    fetcher.execute(reader::close); // after what is on its way
    fetcher.shutdown();
  }
}
