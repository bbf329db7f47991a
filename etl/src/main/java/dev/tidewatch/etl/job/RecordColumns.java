package dev.tidewatch.etl.job;

/** The columns the job asks of its source, by their place. */
final class RecordColumns {
  static final String[] NAMES = {
    "shard_id", "sequence_number", "sub_sequence_number", "arrival", "data"
  };
  static final int SHARD_ID = 0;
  static final int SEQUENCE_NUMBER = 1;
  static final int SUB_SEQUENCE_NUMBER = 2;
  static final int ARRIVAL = 3;
  static final int DATA = 4;

  private RecordColumns() {}
}
