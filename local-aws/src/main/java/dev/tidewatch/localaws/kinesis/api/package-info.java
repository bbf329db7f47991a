/**
 * The operations of Kinesis by name, as requests and answers in CBOR and JSON. Start at {@link
 * dev.tidewatch.localaws.kinesis.api.KinesisApi}.
 */
package dev.tidewatch.localaws.kinesis.api;
