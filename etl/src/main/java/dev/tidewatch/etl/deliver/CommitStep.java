package dev.tidewatch.etl.deliver;

/** The points of a batch at which a crash must do no harm, in their order. */
public enum CommitStep {
  /** The state is loaded; the ranges are about to be read. */
  BATCH_STARTED,
  /** All ranges are shaped, their late and rejected records are written. */
  RANGES_SHAPED,
  /** The rows are in the state in memory; nothing is published. */
  MERGED,
  /** An interval's object is about to be written. */
  BEFORE_OBJECT,
  /** It is written, its manifest is not. */
  AFTER_OBJECT,
  /** Both are written. */
  AFTER_MANIFEST,
  /** One interval is published whole, others follow. */
  BETWEEN_OBJECTS,
  /** All intervals are published, the ledger is not written. */
  ALL_PUBLISHED,
  /** The ledger is written, the state is not. */
  LEDGER_WRITTEN,
  /** The state is written; the engine has not committed the batch. */
  STATE_WRITTEN
}
