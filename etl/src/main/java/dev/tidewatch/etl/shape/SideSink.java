package dev.tidewatch.etl.shape;

import java.time.Instant;

/**
 * Takes the records that get into no interval file. It is called in the order of the shard, and in
 * the same order with the same records whenever a range is shaped again.
 */
public interface SideSink {
  /**
   * A record that came after its interval had closed.
   *
   * @param intervalStart the start of that interval
   */
  void late(Instant intervalStart, StreamRecord record);

  /**
   * A record that cannot be used.
   *
   * @param detail what is wrong with it and where, for people; no more than some 200 characters are
   *     from the record
   */
  void rejected(RejectReason reason, String detail, StreamRecord record);
}
