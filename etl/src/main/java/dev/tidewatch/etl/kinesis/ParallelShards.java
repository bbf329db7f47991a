package dev.tidewatch.etl.kinesis;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Works on up to {@value #THREADS} shards at once. */
final class ParallelShards implements PositionPlanner.EachShard, AutoCloseable {
  private static final int THREADS = 32;

  private final ThreadPoolExecutor pool;

  ParallelShards(String stream) {
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "kinesis-planner-" + stream);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public <T> Map<String, T> of(Collection<String> shardIds, Function<String, T> work) {
    Map<String, Future<T>> begun = new TreeMap<>();
    shardIds.forEach(id -> begun.put(id, pool.submit(() -> work.apply(id))));
    Map<String, T> done = new TreeMap<>();
    try {
      for (Map.Entry<String, Future<T>> entry : begun.entrySet()) {
        done.put(entry.getKey(), entry.getValue().get());
      }
      return done;
    } catch (InterruptedException e) {
      throw PatientCalls.interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("planning a shard failed", e.getCause());
    } finally {
      begun.values().forEach(future -> future.cancel(true));
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
