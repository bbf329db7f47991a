package dev.tidewatch.etl.audit;

import static java.util.Objects.requireNonNull;

/**
 * Something that is not as it should be.
 *
 * @param key the object it shows in
 */
public record Difference(Kind kind, String key, String message) implements Comparable<Difference> {
  /** What can be wrong. */
  public enum Kind {
    /** The counts of records do not add up. */
    SUM,
    /** A manifest's object is not there. */
    MISSING_OBJECT,
    /** A manifest's object is not what the manifest says. */
    CHANGED_OBJECT,
    /** An object lies among the intervals without a manifest. */
    UNKNOWN_OBJECT,
    /** A closed interval has no manifest. */
    MISSING_MANIFEST,
    /** An interval holds other records than the ledgers say. */
    INTERVAL_COUNT,
    /** An object of late or rejected records is not what the ledgers say. */
    SIDE_OBJECT,
    /** Records of a shard were left out or read twice. */
    RANGE,
    /** A batch has no ledger. */
    MISSING_LEDGER,
    /** Other rows than ours had been published. */
    CONFLICT,
    /** An object cannot be read. */
    DAMAGED
  }

  public Difference {
    requireNonNull(kind, "kind");
    requireNonNull(key, "key");
    requireNonNull(message, "message");
  }

  @Override
  public int compareTo(Difference other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : kind.compareTo(other.kind);
  }
}
