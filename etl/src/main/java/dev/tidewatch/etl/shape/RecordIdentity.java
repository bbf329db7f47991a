package dev.tidewatch.etl.shape;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which record of the stream it is.
 *
 * @param eventTime when it happened
 * @param sequenceNumber its place in its shard: a decimal number without leading zeros
 * @param subSequenceNumber its place within an aggregated record, from 0
 */
public record RecordIdentity(
    Instant eventTime, String shardId, String sequenceNumber, long subSequenceNumber)
    implements Comparable<RecordIdentity>, Serializable {
  static final RecordIdentity NONE = new RecordIdentity(Instant.EPOCH, "", "", 0);

  private static final Comparator<RecordIdentity> ORDER =
      Comparator.comparing(RecordIdentity::eventTime)
          .thenComparing(RecordIdentity::shardId)
          .thenComparingInt(identity -> identity.sequenceNumber().length())
          .thenComparing(RecordIdentity::sequenceNumber)
          .thenComparingLong(RecordIdentity::subSequenceNumber);

  public RecordIdentity {
    requireNonNull(eventTime, "eventTime");
    requireNonNull(shardId, "shardId");
    requireNonNull(sequenceNumber, "sequenceNumber");
  }

  @Override
  public int compareTo(RecordIdentity other) {
    return ORDER.compare(this, other);
  }
}
