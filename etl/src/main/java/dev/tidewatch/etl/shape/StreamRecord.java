package dev.tidewatch.etl.shape;

import java.time.Instant;

/**
 * A record as it stands in the stream.
 *
 * @param sequenceNumber its place in its shard
 * @param subSequenceNumber its place within an aggregated record, from 0
 * @param arrival when the stream took it
 * @param data its bytes; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one array a record, handed through, never compared
public record StreamRecord(
    String sequenceNumber, long subSequenceNumber, Instant arrival, byte[] data) {}
