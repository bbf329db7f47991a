package dev.tidewatch.localaws.kinesis.stream;

/** Who decides how many shards a stream has. */
public enum StreamMode {
  PROVISIONED,
  ON_DEMAND
}
