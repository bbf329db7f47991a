package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Conflict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;

/**
 * Names of alerts are an account's, not a detector's: what another detector's alert has is taken.
 */
final class AlertNames {
  private final Directory directory;
  private final Mark mark;

  AlertNames(Directory directory, Mark mark) {
    this.directory = directory;
    this.mark = mark;
  }

  /**
   * Looks before anything is made.
   *
   * @throws Conflict when another detector's alert has the name of one of these
   */
  void check(List<AlertResource> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    Map<String, String> others = namesOfOthers();
    for (AlertResource alert : alerts) {
      Optional.ofNullable(others.get(alert.name()))
          .ifPresent(
              detector -> {
                throw new Conflict(
                    "alert '"
                        + alert.name()
                        + "' exists already, at detector '"
                        + detector
                        + "', and names of alerts are an account's. Give yours another name");
              });
    }
  }

  /** By name of the alert, whose it is. Detectors of ours under an earlier name go first. */
  private Map<String, String> namesOfOthers() {
    Map<String, String> detectors = new HashMap<>();
    for (AnomalyDetectorSummary each : directory.all()) {
      if (!each.anomalyDetectorName().equals(directory.name()) && !mark.isOn(each.tags())) {
        detectors.put(each.anomalyDetectorArn(), each.anomalyDetectorName());
      }
    }
    Map<String, String> names = new HashMap<>();
    if (!detectors.isEmpty()) {
      for (AlertSummary alert : AlertResource.all(directory)) {
        Optional.ofNullable(detectors.get(alert.anomalyDetectorArn()))
            .ifPresent(detector -> names.put(alert.alertName(), detector));
      }
    }
    return names;
  }
}
