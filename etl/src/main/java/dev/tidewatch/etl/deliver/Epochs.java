package dev.tidewatch.etl.deliver;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbered turns of writers at a place: {@code control/epoch-<n>.json} is made once and never
 * changed, {@code control/heartbeat-<n>.json} is its writer's sign of life. Only making an object
 * that is not there is relied on, which every store does in one step.
 */
record Epochs(ObjectStore store) {
  private static final String EPOCH = "control/epoch-";
  private static final String HEARTBEAT = "control/heartbeat-";
  private static final Pattern NUMBER = Pattern.compile("-(\\d+)\\.json$");
  private static final int KEPT = 20;

  /** The number of the newest turn; 0 before the first. */
  long newest() {
    return numbers().stream().max(Comparator.naturalOrder()).orElse(0L);
  }

  private List<Long> numbers() {
    try (Stream<String> keys = store.list(EPOCH)) {
      return keys.map(NUMBER::matcher)
          .filter(Matcher::find)
          .map(matcher -> Long.parseLong(matcher.group(1)))
          .toList();
    }
  }

  /** Whether the turn is now this writer's: nobody else took it before. */
  boolean take(long number, LeaseSign writer) {
    return store.putIfAbsent(key(EPOCH, number), writer.write());
  }

  void beat(long number, LeaseSign sign) {
    store.put(key(HEARTBEAT, number), sign.write());
  }

  /** The latest sign of life of a turn's writer; empty when there is no such turn. */
  Optional<LeaseSign> sign(long number) {
    return read(key(HEARTBEAT, number)).or(() -> read(key(EPOCH, number)));
  }

  private Optional<LeaseSign> read(String key) {
    return store.get(key).map(content -> LeaseSign.read(key, content));
  }

  /** Forgets turns long past. */
  void prune(long newest) {
    for (long number : numbers()) {
      if (number <= newest - KEPT) {
        store.delete(key(EPOCH, number));
        store.delete(key(HEARTBEAT, number));
      }
    }
  }

  private static String key(String prefix, long number) {
    return "%s%08d.json".formatted(prefix, number);
  }
}
