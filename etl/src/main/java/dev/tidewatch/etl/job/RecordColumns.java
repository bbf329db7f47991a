package dev.tidewatch.etl.job;

/**
 * The columns the job asks of its source, by their place: text, text, a long, microseconds since
 * 1970, bytes.
 */
public final class RecordColumns {
  static final String[] NAMES = {
    "shard_id", "sequence_number", "sub_sequence_number", "arrival", "data"
  };
  public static final int SHARD_ID = 0;
  public static final int SEQUENCE_NUMBER = 1;
  public static final int SUB_SEQUENCE_NUMBER = 2;
  public static final int ARRIVAL = 3;
  public static final int DATA = 4;

  private RecordColumns() {}
}
