package dev.tidewatch.etl.asl;

import java.util.List;
import org.apache.spark.Partitioner;

/** One partition for each shard. */
final class ByShard extends Partitioner {
  private final List<String> shards;

  ByShard(List<String> shards) {
    this.shards = List.copyOf(shards);
  }

  @Override
  public int numPartitions() {
    return shards.size();
  }

  @Override
  public int getPartition(Object key) {
    return shards.indexOf(((RecordPlace) key).shardId());
  }
}
