package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;

/** Where the records come from. */
public sealed interface RecordSource {

  /**
   * A Kinesis stream.
   *
   * @param startingPosition where a new checkpoint begins: {@code TRIM_HORIZON}, {@code LATEST} or
   *     an instant
   * @param maxSpan how much arrival time a batch covers at most
   * @param allowDataLoss whether to go on when the stream no longer holds what was to be read
   * @param shardReader which reader reads the shards: {@code sdk} or {@code asl}
   */
  record Kinesis(
      String stream,
      String startingPosition,
      Duration maxSpan,
      boolean allowDataLoss,
      String shardReader)
      implements RecordSource {
    public Kinesis {
      requireNonNull(stream, "stream");
      requireNonNull(startingPosition, "startingPosition");
      requireNonNull(maxSpan, "maxSpan");
      requireNonNull(shardReader, "shardReader");
    }

    /** One that stops when the stream no longer holds what was to be read. */
    public Kinesis(String stream, String startingPosition, Duration maxSpan) {
      this(stream, startingPosition, maxSpan, false, "sdk");
    }
  }

  /**
   * A folder of JSON Lines or CSV files, read once, in order of their names.
   *
   * @param header whether the first line of each names the columns
   */
  record Files(URI folder, boolean header) implements RecordSource {
    public Files {
      requireNonNull(folder, "folder");
    }
  }
}
