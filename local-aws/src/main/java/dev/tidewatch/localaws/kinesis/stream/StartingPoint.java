package dev.tidewatch.localaws.kinesis.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Where in a shard reading starts. */
public final class StartingPoint {
  private final Kind kind;
  private final String sequenceNumber;
  private final Instant time;

  private enum Kind {
    TRIM_HORIZON,
    LATEST,
    AT_SEQUENCE_NUMBER,
    AFTER_SEQUENCE_NUMBER,
    AT_TIMESTAMP
  }

  private StartingPoint(Kind kind, String sequenceNumber, Instant time) {
    this.kind = kind;
    this.sequenceNumber = requireNonNull(sequenceNumber, "sequenceNumber");
    this.time = requireNonNull(time, "time");
  }

  /** At the oldest record still kept. */
  public static StartingPoint trimHorizon() {
    return new StartingPoint(Kind.TRIM_HORIZON, "", Instant.EPOCH);
  }

  /** After all records there are now. */
  public static StartingPoint latest() {
    return new StartingPoint(Kind.LATEST, "", Instant.EPOCH);
  }

  public static StartingPoint atSequenceNumber(String number) {
    return new StartingPoint(Kind.AT_SEQUENCE_NUMBER, number, Instant.EPOCH);
  }

  public static StartingPoint afterSequenceNumber(String number) {
    return new StartingPoint(Kind.AFTER_SEQUENCE_NUMBER, number, Instant.EPOCH);
  }

  /** At the first record, in the shard's order, that arrived then or later. */
  public static StartingPoint atTimestamp(Instant time) {
    return new StartingPoint(Kind.AT_TIMESTAMP, "", time);
  }

  /** The index of the first record to be read. */
  long in(Shard shard, StreamIdentity stream) {
    RecordLog log = shard.log;
    return switch (kind) {
      case TRIM_HORIZON -> log.first();
      case LATEST -> log.end();
      case AT_SEQUENCE_NUMBER -> shard.numbers.firstIndexFrom(owned(shard, stream));
      case AFTER_SEQUENCE_NUMBER -> shard.numbers.firstIndexAfter(owned(shard, stream));
      case AT_TIMESTAMP -> log.firstArrivedAtOrAfter(time.toEpochMilli());
    };
  }

  private String owned(Shard shard, StreamIdentity stream) {
    if (!shard.numbers.owns(sequenceNumber)) {
      throw new KinesisException(
          ErrorCode.INVALID_ARGUMENT,
          "StartingSequenceNumber "
              + sequenceNumber
              + " used in GetShardIterator on shard "
              + shard.id
              + " in "
              + stream
              + " is invalid because it did not come from this stream.");
    }
    return sequenceNumber;
  }
}
