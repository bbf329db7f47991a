package dev.tidewatch.localaws.sqs;

import dev.tidewatch.localaws.protocol.AwsException;

/**
 * SQS's errors, each with its name in the JSON protocol and its older one in the Query protocol.
 */
enum SqsError {
  QUEUE_DOES_NOT_EXIST("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"),
  QUEUE_NAME_EXISTS("QueueNameExists", "QueueAlreadyExists"),
  RECEIPT_HANDLE_IS_INVALID("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid"),
  INVALID_ATTRIBUTE_NAME("InvalidAttributeName", "InvalidAttributeName"),
  INVALID_ATTRIBUTE_VALUE("InvalidAttributeValue", "InvalidAttributeValue"),
  INVALID_MESSAGE_CONTENTS("InvalidMessageContents", "InvalidMessageContents"),
  INVALID_PARAMETER_VALUE("InvalidParameterValue", "InvalidParameterValue"),
  MISSING_PARAMETER("MissingParameter", "MissingParameter"),
  INVALID_ACTION("InvalidAction", "InvalidAction"),
  UNSUPPORTED_OPERATION("UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation"),
  EMPTY_BATCH_REQUEST("EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest"),
  TOO_MANY_ENTRIES(
      "TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest"),
  IDS_NOT_DISTINCT("BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"),
  INVALID_BATCH_ENTRY_ID("InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId"),
  BATCH_REQUEST_TOO_LONG("BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong"),
  MESSAGE_NOT_IN_FLIGHT("MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight"),
  NOT_SIGNED("MissingAuthenticationToken", "MissingAuthenticationToken");

  private static final int BAD_REQUEST = 400;

  private final String name;
  private final String queryName;

  SqsError(String name, String queryName) {
    this.name = name;
    this.queryName = queryName;
  }

  AwsException because(String message) {
    return new AwsException(BAD_REQUEST, name, message);
  }

  /** The Query protocol's name of an error that the JSON protocol calls {@code name}. */
  static String queryName(String name) {
    for (SqsError error : values()) {
      if (error.name.equals(name)) {
        return error.queryName;
      }
    }
    return name;
  }
}
