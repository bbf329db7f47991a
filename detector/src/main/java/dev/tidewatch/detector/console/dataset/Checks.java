package dev.tidewatch.detector.console.dataset;

import dev.tidewatch.detector.console.dataset.SourceCheck.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The last check of each detector, kept while the server runs; one is made at a time, for each
 * reads much. Safe for use by many threads.
 */
final class Checks {
  private static final int MOST = 100;

  private final AtomicBoolean busy = new AtomicBoolean();
  private final Map<Long, Result> results =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Result> eldest) {
          return size() > MOST;
        }
      };

  Optional<Result> last(long detector) {
    synchronized (results) {
      return Optional.ofNullable(results.get(detector));
    }
  }

  /**
   * Makes a check and keeps what it found.
   *
   * @return whether it was made; not while another is
   */
  boolean run(long detector, Supplier<Result> check) {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    try {
      Result result = check.get();
      synchronized (results) {
        results.put(detector, result);
      }
      return true;
    } finally {
      busy.set(false);
    }
  }
}
