package dev.tidewatch.etl.shape;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * What became of the records of one stretch of a shard. Every record read is in a row, late, or
 * rejected.
 *
 * @param read how many records were read
 * @param rows the rows by the start of their interval; a row counts the records in it
 * @param late how many records came after their interval had closed, by its start
 * @param rejected how many records could not be used, by reason
 * @param progress how far the shard has come at the end of the stretch
 */
public record ShapedRange(
    String shardId,
    long read,
    Map<Instant, Map<RowKey, RowTotals>> rows,
    Map<Instant, Long> late,
    Map<RejectReason, Long> rejected,
    ShardProgress progress)
    implements Serializable {}
