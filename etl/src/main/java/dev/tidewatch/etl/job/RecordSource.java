package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;

/** Where the records come from. */
public sealed interface RecordSource {

  /** A Kinesis stream; a batch covers at most the given span of arrival time. */
  record Kinesis(String stream, Duration maxSpan) implements RecordSource {
    public Kinesis {
      requireNonNull(stream, "stream");
      requireNonNull(maxSpan, "maxSpan");
    }
  }

  /** A folder of JSON Lines or CSV files, read once, in order of their names. */
  record Files(URI folder) implements RecordSource {
    public Files {
      requireNonNull(folder, "folder");
    }
  }
}
