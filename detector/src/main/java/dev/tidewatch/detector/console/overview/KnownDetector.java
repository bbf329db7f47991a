package dev.tidewatch.detector.console.overview;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.schedule.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * A detector as the overview tells of it.
 *
 * @param lastEnd of the last interval it ran; none before the first
 * @param missing how many intervals in a row brought no data
 */
public record KnownDetector(
    long id,
    String name,
    AnomalyDetectorStatus status,
    Duration interval,
    Optional<Instant> lastEnd,
    int missing) {

  /** Those that users made, and the one that is asked for, be it a trial. */
  static List<KnownDetector> all(Handle handle, String asked) {
    return Stream.concat(
            Detectors.page(handle, 0, Integer.MAX_VALUE).stream(),
            Detectors.find(handle, asked).stream())
        .distinct()
        .map(detector -> of(handle, detector))
        .toList();
  }

  private static KnownDetector of(Handle handle, Detector detector) {
    Duration interval = detector.interval().duration();
    Optional<Progress> progress = Progress.find(handle, detector.id());
    return new KnownDetector(
        detector.id(),
        detector.name(),
        detector.status(),
        interval,
        progress.map(Progress::next),
        progress.map(Progress::missing).orElse(0));
  }

  /** Whether it runs with the clock, so that its data can be late. */
  public boolean isLive() {
    return status == AnomalyDetectorStatus.ACTIVE || status == AnomalyDetectorStatus.LEARNING;
  }
}
