package dev.tidewatch.localaws.kinesis.stream;

import java.time.Duration;

/** How a new stream is to be. */
public record StreamSettings(
    StreamMode mode, int shardCount, Duration retention, int maxRecordBytes) {
  public StreamSettings {
    if (shardCount < 1) {
      throw new IllegalArgumentException(shardCount + " shards: a stream has 1 or more");
    }
  }
}
