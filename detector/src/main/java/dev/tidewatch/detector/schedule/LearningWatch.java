package dev.tidewatch.detector.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How far learning from history is, and whether it is to go on; asked by other threads. */
public final class LearningWatch {
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final AtomicInteger learnt = new AtomicInteger();
  private volatile int intervals;
  private volatile @Nullable Instant begun;
  private volatile String trouble = "";
  private volatile boolean stopped;

  /** Has the learning end: it is begun again after the next start. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  private void goOn() {
    if (stopped) {
      throw new Stopped();
    }
  }

  void reading(long filesSoFar, long recordsSoFar, int intervalsSoFar) {
    files.set(filesSoFar);
    records.set(recordsSoFar);
    intervals = intervalsSoFar;
    goOn();
  }

  /** Its data cannot be read now: it is begun again soon. */
  void waits(String reason) {
    trouble = reason;
  }

  /** Another interval is learnt. */
  void learnt() {
    goOn();
    learnt.incrementAndGet();
  }

  /** So many intervals there are, and the first is begun. */
  void of(int all, Instant now) {
    intervals = all;
    begun = now;
  }

  /** How far it is; none while history is read. */
  Optional<LearningProgress> progress() {
    return Optional.ofNullable(begun)
        .map(time -> new LearningProgress(learnt.get(), intervals, time));
  }

  /** A sentence for people. */
  public String sentence() {
    if (!trouble.isEmpty()) {
      return "waiting for its data, which is tried again: " + trouble;
    }
    return learnt.get() == 0
        ? "reading history: %d files, %d records, %d intervals so far"
            .formatted(files.get(), records.get(), intervals)
        : "learning: %d of %d intervals".formatted(learnt.get(), intervals);
  }
}
