package dev.tidewatch.detector.console.detectors;

import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.schedule.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** Reads detectors with all that is told of them. */
public final class DetectorViews {
  private static final Duration LATELY = Duration.ofDays(7);

  private DetectorViews() {}

  static List<DetectorView> all(Handle handle, Instant now) {
    return Detectors.page(handle, 0, Integer.MAX_VALUE).stream()
        .map(detector -> of(handle, detector, MetricSets.of(handle, detector.id()), now))
        .toList();
  }

  /**
   * The one of a name.
   *
   * @throws Missing when there is none
   */
  public static DetectorView find(Handle handle, String name, Instant now) {
    Detector detector = detector(handle, name);
    return of(handle, detector, MetricSets.of(handle, detector.id()), now);
  }

  /**
   * @throws Missing when there is none
   */
  public static Detector detector(Handle handle, String name) {
    return Detectors.find(handle, name).orElseThrow(() -> Missing.detector(name));
  }

  private static DetectorView of(
      Handle handle, Detector detector, Optional<MetricSetEntry> dataset, Instant now) {
    Optional<Progress> progress = Progress.find(handle, detector.id());
    Duration offset =
        Duration.ofSeconds(dataset.map(entry -> entry.definition().offset()).orElse(0));
    Duration interval = detector.interval().duration();
    boolean learns = detector.status() == AnomalyDetectorStatus.LEARNING;
    boolean runs = learns || detector.status() == AnomalyDetectorStatus.ACTIVE;
    return new DetectorView(
        detector,
        Mode.of(dataset),
        StatusWords.of(detector.status()),
        offset,
        progress,
        progress
            .filter(any -> learns)
            .map(known -> Learning.of(known, detector.interval(), offset)),
        lastRun(handle, detector),
        progress
            .map(known -> Freshness.of(runs, known, interval, offset, now))
            .orElse(Freshness.none()),
        anomalies(handle, detector.id(), now),
        SeriesNumbers.finest(handle, detector.id()));
  }

  private static Optional<DetectorView.LastRun> lastRun(Handle handle, Detector detector) {
    return handle
        .createQuery(
            "SELECT interval, status FROM execution WHERE detector = ? ORDER BY interval DESC LIMIT 1")
        .bind(0, detector.id())
        .map(
            (row, context) -> {
              Instant start = Instant.ofEpochSecond(row.getLong("interval"));
              return new DetectorView.LastRun(
                  start, start.plus(detector.interval().duration()), row.getString("status"));
            })
        .findOne();
  }

  private static List<Integer> anomalies(Handle handle, long detector, Instant now) {
    return handle
        .createQuery(
            "SELECT coalesce(sum(told >= 75), 0), coalesce(sum(told >= 50 AND told < 75), 0),"
                + " coalesce(sum(told >= 25 AND told < 50), 0),"
                + " coalesce(sum(told >= 3 AND told < 25), 0)"
                + " FROM anomaly_group WHERE detector = :detector AND started >= :from")
        .bind("detector", detector)
        .bind("from", now.minus(LATELY).getEpochSecond())
        .map((row, context) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .one();
  }
}
