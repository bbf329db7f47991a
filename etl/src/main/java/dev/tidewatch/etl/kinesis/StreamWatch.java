package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Knows the stream and its shards, no older than an interval. Used by one thread. */
final class StreamWatch {
  private final StreamCalls calls;
  private final InstantSource clock;
  private final Duration interval;
  private Instant expires = Instant.MIN;
  private @Nullable View view;

  /** The stream as it was listed. */
  record View(StreamIdentity identity, ShardDirectory directory) {}

  StreamWatch(StreamCalls calls, InstantSource clock, Duration interval) {
    this.calls = calls;
    this.clock = clock;
    this.interval = interval;
  }

  View look() {
    View known = view;
    Instant now = clock.instant();
    if (known == null || !now.isBefore(expires)) {
      known = new View(calls.identify(), new ShardDirectory(calls.shards()));
      view = known;
      expires = now.plus(interval);
    }
    return known;
  }

  /** Makes the next look ask anew. */
  void expire() {
    expires = Instant.MIN;
  }
}
