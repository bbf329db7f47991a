package dev.tidewatch.endtoend;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Shows what it is set to, and the machine's time once it is let go. */
final class SettableClock implements InstantSource {
  private volatile @Nullable Instant now;

  SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    Instant set = now;
    return set == null ? Instant.now() : set;
  }

  void set(Instant instant) {
    now = instant;
  }

  void letGo() {
    now = null;
  }
}
