package dev.tidewatch.etl.shape;

/** A record cannot be used. Without a stack trace: a stream may hold many such records. */
final class UnusableRecordException extends Exception {
  private final RejectReason reason;

  UnusableRecordException(RejectReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  RejectReason reason() {
    return reason;
  }

  /** What is wrong with the record, for people. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
