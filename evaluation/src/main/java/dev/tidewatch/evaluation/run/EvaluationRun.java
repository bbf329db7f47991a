package dev.tidewatch.evaluation.run;

import dev.tidewatch.evaluation.timing.Timing;
import dev.tidewatch.evaluation.timing.TimingFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/** Runs workloads one after the other, the tasks of each on several cores. */
public final class EvaluationRun {
  private final int cores;
  private final RunProgress progress;

  public EvaluationRun(int cores, RunProgress progress) {
    this.cores = cores;
    this.progress = progress;
  }

  /** Hands each workload's timing over as soon as it is done, and keeps it beside the results. */
  public void run(List<Workload> workloads, BiConsumer<Workload, Timing> done) {
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    try {
      for (Workload workload : workloads) {
        Timing timing = run(workload, pool);
        new TimingFile(workload.results()).put(workload.set(), timing);
        done.accept(workload, timing);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Timing run(Workload workload, ExecutorService pool) {
    CompletionService<Timing> running = new ExecutorCompletionService<>(pool);
    List<Future<Timing>> futures = new ArrayList<>();
    for (Callable<Timing> task : workload.tasks()) {
      futures.add(running.submit(task));
    }
    Timing total = Timing.NONE;
    for (int finished = 1; finished <= futures.size(); finished++) {
      total = total.plus(next(running));
      progress.finished(workload, finished);
    }
    return total;
  }

  private static Timing next(CompletionService<Timing> running) {
    try {
      return running.take().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
