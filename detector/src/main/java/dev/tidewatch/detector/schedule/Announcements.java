package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Is told what people may have to hear, within the transaction that makes it so: what it writes is
 * kept together with the interval, or not at all.
 */
public interface Announcements {
  /** An interval changed anomaly groups. */
  void changed(Handle handle, long detector, List<GroupChange> changes, Instant now);

  /**
   * An interval brought no data.
   *
   * @param missing how many in a row by now, from 1
   */
  void missing(
      Handle handle, long detector, Interval interval, int missing, String reason, Instant now);

  /**
   * An interval brought data again.
   *
   * @param missing how many in a row did not
   */
  void back(Handle handle, long detector, Interval interval, int missing, Instant now);

  /** What was written may be sent now: the transaction is over. */
  void committed();
}
