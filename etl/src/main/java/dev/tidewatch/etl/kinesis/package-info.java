/**
 * Reads a Kinesis stream into Spark Structured Streaming in ranges the driver decides on, so that a
 * batch is the same records however often it is read. Start at {@link
 * dev.tidewatch.etl.kinesis.KinesisSourceProvider}.
 */
package dev.tidewatch.etl.kinesis;
