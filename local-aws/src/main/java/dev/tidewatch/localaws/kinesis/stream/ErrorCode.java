package dev.tidewatch.localaws.kinesis.stream;

/** Errors by the names AWS gives them. */
public enum ErrorCode {
  EXPIRED_ITERATOR("ExpiredIteratorException"),
  EXPIRED_NEXT_TOKEN("ExpiredNextTokenException"),
  INTERNAL_FAILURE("InternalFailure"),
  INVALID_ARGUMENT("InvalidArgumentException"),
  LIMIT_EXCEEDED("LimitExceededException"),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException"),
  PROVISIONED_THROUGHPUT_EXCEEDED("ProvisionedThroughputExceededException"),
  RESOURCE_IN_USE("ResourceInUseException"),
  RESOURCE_NOT_FOUND("ResourceNotFoundException"),
  SERIALIZATION("SerializationException"),
  UNKNOWN_OPERATION("UnknownOperationException"),
  VALIDATION("ValidationException");

  private final String awsName;

  ErrorCode(String awsName) {
    this.awsName = awsName;
  }

  public String awsName() {
    return awsName;
  }

  /** The HTTP status it travels with. */
  public int status() {
    return this == INTERNAL_FAILURE ? 500 : 400;
  }
}
