package dev.tidewatch.localaws.protocol;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Decides what becomes of requests, before they are served. It is asked by the thread that serves,
 * many at once: one that waits, or ends the client, does so in the middle of a request.
 */
public interface Judge {
  Fate fate(Call call);

  /** Everything is served. */
  static Judge lenient() {
    return call -> Fate.SERVED;
  }

  /** The n-th of the calls that fit, counted from 1, meets its fate; all others are served. */
  static Judge atNth(int n, Predicate<Call> which, Fate fate) {
    AtomicInteger seen = new AtomicInteger();
    return call -> which.test(call) && seen.incrementAndGet() == n ? fate : Fate.SERVED;
  }

  /** The first n of the calls that fit meet their fate; all others are served. */
  static Judge firstOf(int n, Predicate<Call> which, Fate fate) {
    AtomicInteger seen = new AtomicInteger();
    return call -> which.test(call) && seen.incrementAndGet() <= n ? fate : Fate.SERVED;
  }
}
