package dev.tidewatch.etl.audit;

import dev.tidewatch.etl.audit.Difference.Kind;
import dev.tidewatch.etl.deliver.CorruptObjectException;
import dev.tidewatch.etl.deliver.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is wrong in a store. */
final class Findings {
  private final ObjectStore store;
  private final List<Difference> differences = new ArrayList<>();
  private long objects;

  Findings(ObjectStore store) {
    this.store = store;
  }

  ObjectStore store() {
    return store;
  }

  void add(Kind kind, String key, String message) {
    differences.add(new Difference(kind, key, message));
  }

  void countObject() {
    objects++;
  }

  /** A damaged object is a finding, not the end of the audit. */
  void guard(String key, Runnable check) {
    try {
      check.run();
    } catch (CorruptObjectException e) {
      add(Kind.DAMAGED, key, e.getMessage() == null ? "it is damaged" : e.getMessage());
    }
  }

  List<String> keys(String prefix) {
    try (Stream<String> keys = store.list(prefix)) {
      return keys.toList();
    }
  }

  long objects() {
    return objects;
  }

  List<Difference> differences() {
    return differences.stream().sorted().toList();
  }
}
