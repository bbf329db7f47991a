package dev.tidewatch.etl.asl;

import com.amazonaws.SdkClientException;
import com.amazonaws.auth.DefaultAWSCredentialsProviderChain;
import dev.tidewatch.etl.kinesis.KinesisSourceException;
import dev.tidewatch.etl.kinesis.SequenceRange;
import dev.tidewatch.etl.kinesis.ShardReader;
import dev.tidewatch.etl.kinesis.ShardReading;
import org.apache.spark.streaming.kinesis.KinesisReadConfigurations;
import org.apache.spark.streaming.kinesis.KinesisSequenceRangeIterator;
import org.apache.spark.streaming.kinesis.SequenceNumberRange;

/** {@code shardReader=asl}: shards are read with kinesis-asl's own range iterator. */
public final class AslShardReading implements ShardReading {
  /** What Kinesis gives with one call at most. */
  private static final int RECORDS_PER_CALL = 10_000;

  /** The longest wait is the last: a quarter of a second, doubled seven times. */
  private static final KinesisReadConfigurations PATIENCE =
      new KinesisReadConfigurations(8, 250, 120_000);

  @Override
  public String name() {
    return "asl";
  }

  @Override
  public ShardReader read(SequenceRange range) {
    KinesisPlace place = KinesisPlace.find();
    try {
      return new AslShardReader(
          range,
          new KinesisSequenceRangeIterator(
              DefaultAWSCredentialsProviderChain.getInstance().getCredentials(),
              place.endpoint(),
              place.region(),
              sequences(range),
              PATIENCE));
    } catch (SdkClientException e) {
      throw new KinesisSourceException(
          "shard " + range.shardId() + " cannot be read with kinesis-asl: " + e.getMessage(), e);
    }
  }

  /**
   * The iterator ends at the first record that has the last number, and drops what else was packed
   * with it. So it is given the number of the record after the range, or one that no record has.
   */
  private static SequenceNumberRange sequences(SequenceRange range) {
    String end = range.lastIncluded() ? "all of " + range.last() : range.last();
    return new SequenceNumberRange(
        range.stream(), range.shardId(), range.first(), end, RECORDS_PER_CALL);
  }
}
