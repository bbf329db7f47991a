package dev.tidewatch.etl.shape;

/** Why a record cannot be used. The names stand in the rejected area. */
public enum RejectReason {
  EMPTY,
  NOT_UTF8,
  MALFORMED,
  MISSING_FIELD,
  WRONG_TYPE,
  NOT_FINITE,
  OUT_OF_RANGE,
  BAD_TIMESTAMP,
  FUTURE,
  TOO_OLD,
  TOO_LONG
}
