package dev.tidewatch.localaws.kinesis.stream;

import static java.util.Objects.requireNonNull;

/**
 * A record on its way in.
 *
 * @param partitionKey in UTF-8; not copied, not to be changed
 * @param hashKey decides the shard
 * @param data not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed through for every record put, never compared
public record PutEntry(byte[] partitionKey, HashKey hashKey, byte[] data) {
  public PutEntry {
    requireNonNull(partitionKey, "partitionKey");
    requireNonNull(hashKey, "hashKey");
    requireNonNull(data, "data");
  }

  /** What counts against limits. */
  public int size() {
    return partitionKey.length + data.length;
  }
}
