package dev.tidewatch.detector.console.detectors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The runs of a detector, the newest first (contract section 4.5). */
public final class RunLog {
  private final Handle handle;
  private final long detector;
  private final Duration interval;
  private final boolean failedOnly;

  RunLog(Handle handle, long detector, Duration interval, boolean failedOnly) {
    this.handle = handle;
    this.detector = detector;
    this.interval = interval;
    this.failedOnly = failedOnly;
  }

  /**
   * A run.
   *
   * @param start of its interval
   * @param end of its interval
   * @param status COMPLETED, FAILED, IN_PROGRESS, …
   * @param reason why it failed, or waits; empty when it did not
   * @param started when it began
   * @param finished none while it goes on
   */
  public record Run(
      Instant start,
      Instant end,
      String status,
      String reason,
      Instant started,
      Optional<Instant> finished) {
    public StatusWords words() {
      return switch (status) {
        case "COMPLETED" -> new StatusWords("✓", "Completed", "ok", "");
        case "IN_PROGRESS" -> new StatusWords("…", "Waiting for the source", "quiet", "");
        case "PENDING" -> new StatusWords("…", "Pending", "quiet", "");
        case "FAILED_TO_SCHEDULE" -> new StatusWords("✕", "Not scheduled", "wrong", "");
        default -> new StatusWords("✕", "Failed", "wrong", "");
      };
    }

    /** From the interval's end to the run. */
    public Duration delay() {
      return Duration.between(end, started);
    }
  }

  int count() {
    return handle
        .createQuery("SELECT count(*) FROM execution WHERE " + condition())
        .bind("detector", detector)
        .mapTo(Integer.class)
        .one();
  }

  List<Run> page(int skipped, int most) {
    return handle
        .createQuery(
            "SELECT interval, status, failure_reason, started, finished FROM execution WHERE "
                + condition()
                + " ORDER BY interval DESC LIMIT :most OFFSET :skipped")
        .bind("detector", detector)
        .bind("most", most)
        .bind("skipped", skipped)
        .map(
            (row, context) -> {
              Instant start = Instant.ofEpochSecond(row.getLong("interval"));
              long finished = row.getLong("finished");
              Optional<Instant> end =
                  row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finished));
              String reason = row.getString("failure_reason");
              return new Run(
                  start,
                  start.plus(interval),
                  row.getString("status"),
                  reason == null ? "" : reason,
                  Instant.ofEpochMilli(row.getLong("started")),
                  end);
            })
        .list();
  }

  private String condition() {
    return failedOnly ? "detector = :detector AND status LIKE 'FAILED%'" : "detector = :detector";
  }
}
