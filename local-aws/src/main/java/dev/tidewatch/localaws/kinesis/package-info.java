/**
 * Kinesis Data Streams on 127.0.0.1, in this JVM, in memory. Start at {@link
 * dev.tidewatch.localaws.kinesis.KinesisServer}.
 */
package dev.tidewatch.localaws.kinesis;
