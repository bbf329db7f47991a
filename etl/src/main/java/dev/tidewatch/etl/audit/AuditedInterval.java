package dev.tidewatch.etl.audit;

import java.time.Instant;

/**
 * One interval's records.
 *
 * @param accepted how many the ledgers say went into its rows
 * @param written how many its manifest says are in it
 * @param open how many wait for it to close
 * @param late how many came too late for it
 */
public record AuditedInterval(Instant start, long accepted, long written, long open, long late) {}
