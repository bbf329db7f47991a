package dev.tidewatch.etl.asl;

import java.io.Serializable;

/**
 * A record as a receiver stores it; which shard it is of, only its block knows.
 *
 * @param subSequence its place within the record it was packed into, from 0
 * @param data its bytes; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record ReceivedRecord(String sequence, long subSequence, long arrivalMillis, byte[] data)
    implements Serializable {}
