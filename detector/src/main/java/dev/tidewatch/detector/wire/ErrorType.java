package dev.tidewatch.detector.wire;

/** The names clients know errors by, with their HTTP status (contract, appendix A.4). */
enum ErrorType {
  VALIDATION("ValidationException", 400),
  RESOURCE_NOT_FOUND("ResourceNotFoundException", 400),
  SERVICE_QUOTA_EXCEEDED("ServiceQuotaExceededException", 402),
  ACCESS_DENIED("AccessDeniedException", 403),
  CONFLICT("ConflictException", 409),
  TOO_MANY_REQUESTS("TooManyRequestsException", 429),
  INTERNAL_SERVER("InternalServerException", 500),
  // No part of the model: AWS's front answers it before any service is asked.
  UNKNOWN_OPERATION("UnknownOperationException", 404);

  private final String wireName;
  private final int status;

  ErrorType(String wireName, int status) {
    this.wireName = wireName;
    this.status = status;
  }

  String wireName() {
    return wireName;
  }

  int status() {
    return status;
  }
}
