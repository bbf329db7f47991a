package dev.tidewatch.detector.console.detectors;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.schedule.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A detector as its page and the list of all show it.
 *
 * @param offset how long after its end an interval is read
 * @param progress none before its first activation
 * @param learning only while it learns
 * @param lastRun none before the first
 * @param anomalies of the last 7 days: critical, major, minor, warning
 * @param series how many time series it has by now
 */
public record DetectorView(
    Detector detector,
    Mode mode,
    StatusWords status,
    Duration offset,
    Optional<Progress> progress,
    Optional<Learning> learning,
    Optional<LastRun> lastRun,
    Freshness freshness,
    List<Integer> anomalies,
    int series) {
  /**
   * The newest run in the log.
   *
   * @param end of its interval
   * @param status COMPLETED, FAILED, …
   */
  public record LastRun(Instant interval, Instant end, String status) {
    public boolean failed() {
      return status.startsWith("FAILED");
    }
  }

  public String name() {
    return detector.name();
  }

  public String url() {
    return "/d/" + detector.name();
  }

  public int found() {
    return anomalies.stream().mapToInt(Integer::intValue).sum();
  }
}
