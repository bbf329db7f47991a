package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place between two records of a shard. What lies between two cuts of the kinds {@link
 * Kind#BEFORE}, {@link Kind#AFTER} and {@link Kind#SHARD_END} never changes; the arrival only
 * steers planning and never says which records lie on which side.
 *
 * @param kind how the place is named
 * @param sequence the sequence number of the record beside the cut; null unless the kind is {@link
 *     Kind#BEFORE} or {@link Kind#AFTER}
 * @param arrival when that record arrived, or the time asked for; null when the kind has none
 */
record Cut(Kind kind, @Nullable String sequence, @Nullable Instant arrival)
    implements Serializable {
  enum Kind {
    /** Before a record that exists. */
    BEFORE,
    /** After a record that exists. */
    AFTER,
    /** After the last record of a closed shard. */
    SHARD_END,
    /** Before the oldest record the stream still holds. */
    TRIM_HORIZON,
    /** Before the first record that arrived at a time or later: only to look, never to keep. */
    AT_TIMESTAMP
  }

  static final Cut SHARD_END = new Cut(Kind.SHARD_END, null, null);
  static final Cut TRIM_HORIZON = new Cut(Kind.TRIM_HORIZON, null, null);

  Cut {
    requireNonNull(kind, "kind");
    boolean beside = kind == Kind.BEFORE || kind == Kind.AFTER;
    if (beside != (sequence != null)) {
      throw new IllegalArgumentException(
          kind + (beside ? " needs a sequence number" : " takes no sequence number"));
    }
    boolean timed = beside || kind == Kind.AT_TIMESTAMP;
    if (timed != (arrival != null)) {
      throw new IllegalArgumentException(kind + (timed ? " needs a time" : " takes no time"));
    }
  }

  static Cut before(RecordHead head) {
    return new Cut(Kind.BEFORE, head.sequence(), head.arrival());
  }

  static Cut after(RecordHead head) {
    return new Cut(Kind.AFTER, head.sequence(), head.arrival());
  }

  static Cut atTimestamp(Instant time) {
    return new Cut(Kind.AT_TIMESTAMP, null, time);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Optional<String> sequenceNumber() {
    return Optional.ofNullable(sequence);
  }

  Optional<Instant> arrivedAt() {
    return Optional.ofNullable(arrival);
  }

  /** The sequence number of a kind that has one. */
  String requireSequence() {
    return requireNonNull(sequence, "sequence");
  }

  /** The time of a kind that has one. */
  Instant requireArrival() {
    return requireNonNull(arrival, "arrival");
  }

  /** One line that {@link #parse} reads back. */
  String text() {
    StringBuilder text = new StringBuilder(kind.name());
    sequenceNumber().ifPresent(number -> text.append(':').append(number));
    arrivedAt().ifPresent(time -> text.append('@').append(time.toEpochMilli()));
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException when the text is none that {@link #text} makes
   */
  static Cut parse(String text) {
    int at = text.indexOf('@');
    int colon = text.indexOf(':');
    String untimed = at < 0 ? text : text.substring(0, at);
    Instant arrival = at < 0 ? null : Instant.ofEpochMilli(Long.parseLong(text.substring(at + 1)));
    return colon < 0
        ? new Cut(Kind.valueOf(untimed), null, arrival)
        : new Cut(Kind.valueOf(untimed.substring(0, colon)), untimed.substring(colon + 1), arrival);
  }

  /** Compares two sequence numbers of one shard: decimal numbers without leading zeros. */
  static int compareSequences(String left, String right) {
    int byLength = Integer.compare(left.length(), right.length());
    return byLength != 0 ? byLength : left.compareTo(right);
  }
}
