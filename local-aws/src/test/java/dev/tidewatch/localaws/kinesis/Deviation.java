package dev.tidewatch.localaws.kinesis;

/** Where a server is known to answer otherwise than AWS does. */
enum Deviation {
  TAKES_MORE_THAN_500_RECORDS("takes more than 500 records in one PutRecords"),
  FAILS_ON_GARBAGE_ITERATOR("answers 500 to a shard iterator nobody made"),
  CALLS_VALIDATION_INVALID_ARGUMENT("answers InvalidArgumentException for ValidationException");

  private final String description;

  Deviation(String description) {
    this.description = description;
  }

  @Override
  public String toString() {
    return description;
  }
}
