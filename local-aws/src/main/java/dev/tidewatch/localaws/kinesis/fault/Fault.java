package dev.tidewatch.localaws.kinesis.fault;

/** Something that goes wrong in the field and that a client must survive. */
public enum Fault {
  /** An entry of a PutRecords call is refused, the call succeeds; a PutRecord call is refused. */
  THROTTLED_PUT_ENTRY,
  /** A PutRecord or PutRecords call is refused with ProvisionedThroughputExceededException. */
  THROTTLED_PUT_CALL,
  /** A GetRecords call is refused with ProvisionedThroughputExceededException. */
  THROTTLED_GET_RECORDS,
  /** A call about streams or shards is refused with LimitExceededException. */
  THROTTLED_CONTROL_CALL,
  /** A GetRecords call gives no records though there are some. */
  EMPTY_PAGE,
  /** A GetRecords call is refused with ExpiredIteratorException. */
  EXPIRED_ITERATOR,
  /** A call fails with status 500 before anything is done. */
  INTERNAL_ERROR,
  /** A call does its work; the connection is closed without an answer. */
  LOST_RESPONSE,
  /** A call does its work; the connection is closed in the middle of the answer's body. */
  CUT_RESPONSE
}
