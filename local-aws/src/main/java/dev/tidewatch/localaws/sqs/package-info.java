/**
 * SQS standard queues in memory, for what SNS delivers. Start at {@link
 * dev.tidewatch.localaws.sqs.SqsServer}.
 */
package dev.tidewatch.localaws.sqs;
