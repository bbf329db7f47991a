package dev.tidewatch.localaws.kinesis;

/** Where a server is known to answer otherwise than AWS does. */
enum Deviation {
  TAKES_MORE_THAN_500_RECORDS("takes more than 500 records in one PutRecords"),
  TAKES_LARGE_REQUESTS("takes PutRecords requests of more than 10 MiB"),
  CALLS_VALIDATION_INVALID_ARGUMENT("answers InvalidArgumentException for ValidationException"),
  FAILS_ON_GARBAGE_ITERATOR("answers 500 to a shard iterator nobody made"),
  TAKES_FUTURE_TIMESTAMPS("makes iterators for timestamps in the future"),
  TAKES_FOREIGN_SEQUENCE_NUMBERS("makes iterators for sequence numbers of another stream"),
  MEASURES_LAG_TO_THE_NEWEST_RECORD("is 0 ms behind when the rest arrived in the same millisecond"),
  ENDS_CLOSED_SHARDS_AT_LONG_MAX("gives every closed shard the ending number 2^63 - 1"),
  SPLITS_AT_THE_SHARDS_START("splits a shard at its own start, into one that is empty"),
  CALLS_A_CLOSED_SHARD_IN_USE("answers ResourceInUseException when a closed shard is split"),
  SCALES_UNEVENLY("leaves shards of different size after UpdateShardCount"),
  LISTS_CHILDREN_AT_TRIM_HORIZON("lists children made since among the shards at TRIM_HORIZON");

  private final String description;

  Deviation(String description) {
    this.description = description;
  }

  @Override
  public String toString() {
    return description;
  }
}
