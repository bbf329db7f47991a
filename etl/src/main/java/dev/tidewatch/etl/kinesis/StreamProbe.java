package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.util.List;

/** Looks whether a stream can be read, before a job is started on it. */
public final class StreamProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private StreamProbe() {}

  /**
   * What the stream is, in one line.
   *
   * @throws KinesisSourceException when it cannot be reached or read; the message says why
   */
  public static String describe(String stream) {
    try (StreamCalls calls = SdkStreamCalls.open(new StreamAddress(stream, null), PATIENCE)) {
      StreamIdentity identity = calls.identify();
      List<ListedShard> shards = calls.shards();
      long open = shards.stream().filter(shard -> !shard.closed()).count();
      return "%s, %d open of %d shards, keeps records for %d h"
          .formatted(identity.arn(), open, shards.size(), identity.retention().toHours());
    }
  }
}
