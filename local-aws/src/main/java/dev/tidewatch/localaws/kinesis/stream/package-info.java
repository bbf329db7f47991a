/**
 * Streams, shards and records in memory: what Kinesis promises, without HTTP. Start at {@link
 * dev.tidewatch.localaws.kinesis.stream.StreamCatalog}.
 */
package dev.tidewatch.localaws.kinesis.stream;
