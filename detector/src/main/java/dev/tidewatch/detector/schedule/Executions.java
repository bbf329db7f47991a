package dev.tidewatch.detector.schedule;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectionTaskStatus;

/** The detector log: one line an interval (contract section 4.5). */
final class Executions {
  private Executions() {}

  static void completed(
      Handle handle, long detector, Instant interval, Instant started, Instant now) {
    write(handle, detector, interval, AnomalyDetectionTaskStatus.COMPLETED, null, started, now);
  }

  static void failed(
      Handle handle, long detector, Instant interval, String reason, Instant started, Instant now) {
    write(handle, detector, interval, AnomalyDetectionTaskStatus.FAILED, reason, started, now);
  }

  /** It is tried again and again until the source answers. */
  static void waiting(
      Handle handle, long detector, Instant interval, String reason, Instant started) {
    write(
        handle, detector, interval, AnomalyDetectionTaskStatus.IN_PROGRESS, reason, started, null);
  }

  /** Of the past some could not be read; what is known of the interval already, stays. */
  static void incomplete(
      Handle handle, long detector, Instant interval, String reason, Instant started, Instant now) {
    int known =
        handle.execute(
            "UPDATE execution SET failure_reason = ? WHERE detector = ? AND interval = ?",
            reason,
            detector,
            interval.getEpochSecond());
    if (known == 0) {
      failed(handle, detector, interval, reason, started, now);
    }
  }

  private static void write(
      Handle handle,
      long detector,
      Instant interval,
      AnomalyDetectionTaskStatus status,
      @Nullable String reason,
      Instant started,
      @Nullable Instant finished) {
    handle
        .createUpdate(
            "INSERT OR REPLACE INTO execution VALUES (:detector, :interval, :status, :reason, :started, :finished)")
        .bind("detector", detector)
        .bind("interval", interval.getEpochSecond())
        .bind("status", status.toString())
        .bind("reason", reason)
        .bind("started", started.toEpochMilli())
        .bind("finished", finished == null ? null : finished.toEpochMilli())
        .execute();
  }
}
