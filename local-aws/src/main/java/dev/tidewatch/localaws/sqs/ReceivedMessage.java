package dev.tidewatch.localaws.sqs;

import java.time.Instant;

/**
 * A message in the hands of a consumer.
 *
 * @param receiptHandle what this delivery is deleted by
 * @param receiveCount how often it was handed out, this time included
 */
record ReceivedMessage(
    Message message,
    String receiptHandle,
    int receiveCount,
    Instant sentAt,
    Instant firstReceivedAt) {}
