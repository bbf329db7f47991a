package dev.tidewatch.etl.kinesis;

import java.time.Instant;

/** What planning needs to know of a record: its place in the shard and when it arrived. */
record RecordHead(String sequence, Instant arrival) {
  boolean isAfter(String otherSequence) {
    return Cut.compareSequences(sequence, otherSequence) > 0;
  }
}
