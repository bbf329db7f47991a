package dev.tidewatch.generator.sink;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Makes sure that a stream is there before records are made for it. */
public final class StreamSetup {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int MAX_POLLS = 480;

  private final KinesisClient client;
  private final String stream;

  public StreamSetup(KinesisClient client, String stream) {
    this.client = client;
    this.stream = stream;
  }

  /**
   * Returns when the stream takes records.
   *
   * @throws SinkException when there is none
   */
  public void requireStream() {
    if (status().isEmpty()) {
      throw new SinkException(
          "stream '" + stream + "' does not exist; create it, or use --create-stream");
    }
    awaitActive();
  }

  /** Creates the stream unless it exists; returns when it takes records. */
  public void createIfAbsent(int shards) {
    if (status().isEmpty()) {
      try {
        client.createStream(request -> request.streamName(stream).shardCount(shards));
      } catch (ResourceInUseException e) {
        // Somebody else was quicker: it exists, which is what was wanted.
        awaitActive();
        return;
      }
    }
    awaitActive();
  }

  private Optional<StreamStatus> status() {
    try {
      return Optional.of(
          client
              .describeStreamSummary(request -> request.streamName(stream))
              .streamDescriptionSummary()
              .streamStatus());
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    } catch (LimitExceededException e) {
      return Optional.of(StreamStatus.UPDATING); // asked too often: it will tell later
    }
  }

  private void awaitActive() {
    try {
      for (int polls = 0; polls < MAX_POLLS; polls++) {
        if (status().filter(StreamStatus.ACTIVE::equals).isPresent()) {
          return;
        }
        Thread.sleep(POLL.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("interrupted while stream '" + stream + "' was being made ready", e);
    }
    throw new SinkException(
        "stream '"
            + stream
            + "' is not active after "
            + POLL.multipliedBy(MAX_POLLS).toSeconds()
            + " s");
  }
}
