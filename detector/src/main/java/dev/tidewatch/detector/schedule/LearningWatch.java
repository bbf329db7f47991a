package dev.tidewatch.detector.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far learning from history is; asked by other threads. */
public final class LearningWatch {
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final AtomicInteger learnt = new AtomicInteger();
  private volatile int intervals;

  void reading(long filesSoFar, long recordsSoFar, int intervalsSoFar) {
    files.set(filesSoFar);
    records.set(recordsSoFar);
    intervals = intervalsSoFar;
  }

  /** Another interval is learnt. */
  void learnt() {
    learnt.incrementAndGet();
  }

  /** So many intervals there are. */
  void of(int all) {
    intervals = all;
  }

  /** A sentence for people. */
  public String sentence() {
    return learnt.get() == 0
        ? "reading history: %d files, %d records, %d intervals so far"
            .formatted(files.get(), records.get(), intervals)
        : "learning: %d of %d intervals".formatted(learnt.get(), intervals);
  }
}
