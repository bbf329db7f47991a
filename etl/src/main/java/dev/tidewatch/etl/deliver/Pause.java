package dev.tidewatch.etl.deliver;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Lets time pass; handed in, so that tests need not wait. */
@FunctionalInterface
public interface Pause {
  /** Sleeps. */
  Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

  void pause(Duration duration) throws InterruptedException;

  /**
   * As {@link #pause}; an interrupt ends it with an {@link UncheckedIOException} and stays set for
   * who comes next.
   */
  default void pauseUnlessInterrupted(Duration duration) {
    try {
      pause(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      InterruptedIOException cause = new InterruptedIOException("interrupted while waiting");
      cause.initCause(interrupted);
      throw new UncheckedIOException(cause);
    }
  }
}
