package dev.tidewatch.detector.console.system;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.schedule.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** What is to be done and is not done yet. */
final class Queue {
  private Queue() {}

  static List<Fact> facts(Handle handle, Instant now) {
    List<Detector> detectors = Detectors.pageWithTrials(handle, 0, Integer.MAX_VALUE);
    return List.of(
        Fact.count(
            "Intervals due",
            detectors.stream()
                .filter(Queue::runsIntervals)
                .mapToLong(detector -> due(handle, detector, now))
                .sum()),
        Fact.count("Detectors at work on history", detectors.stream().filter(Queue::reads).count()),
        alerts(handle, "Alerts waiting to be sent", "PENDING"),
        alerts(handle, "Alerts given up", "FAILED"));
  }

  private static boolean runsIntervals(Detector detector) {
    return detector.status() == AnomalyDetectorStatus.ACTIVE
        || detector.status() == AnomalyDetectorStatus.LEARNING;
  }

  private static boolean reads(Detector detector) {
    return detector.status() == AnomalyDetectorStatus.ACTIVATING
        || detector.status() == AnomalyDetectorStatus.BACK_TEST_ACTIVATING
        || detector.status() == AnomalyDetectorStatus.BACK_TEST_ACTIVE;
  }

  /** Intervals that are over, their offset too, and not run yet. */
  private static long due(Handle handle, Detector detector, Instant now) {
    Duration offset =
        Duration.ofSeconds(
            MetricSets.of(handle, detector.id())
                .map(dataset -> dataset.definition().offset())
                .orElse(0));
    return Progress.find(handle, detector.id())
        .map(progress -> Duration.between(progress.next(), now.minus(offset)))
        .map(waited -> Math.max(0, waited.dividedBy(detector.interval().duration())))
        .orElse(0L);
  }

  private static Fact alerts(Handle handle, String name, String state) {
    return Fact.count(
        name,
        handle
            .createQuery("SELECT count(*) FROM alert_event WHERE state = ?")
            .bind(0, state)
            .mapTo(Long.class)
            .one());
  }
}
