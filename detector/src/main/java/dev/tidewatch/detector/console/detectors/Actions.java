package dev.tidewatch.detector.console.detectors;

import java.util.EnumSet;
import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * What an admin can do with a detector in its present state (contract section 4.1). The API
 * decides; this only spares people buttons that would be refused.
 */
public record Actions(boolean activate, boolean backtest, boolean deactivate, boolean delete) {
  private static final Set<AnomalyDetectorStatus> AT_REST =
      EnumSet.of(
          AnomalyDetectorStatus.INACTIVE,
          AnomalyDetectorStatus.DEACTIVATED,
          AnomalyDetectorStatus.FAILED);

  private static final Set<AnomalyDetectorStatus> RUNNING =
      EnumSet.of(AnomalyDetectorStatus.LEARNING, AnomalyDetectorStatus.ACTIVE);

  static Actions of(DetectorView view) {
    AnomalyDetectorStatus status = view.detector().status();
    boolean rests = AT_REST.contains(status);
    boolean runs = RUNNING.contains(status);
    return new Actions(
        rests && view.mode() == Mode.CONTINUOUS,
        status == AnomalyDetectorStatus.INACTIVE && view.mode() == Mode.BACKTEST,
        runs,
        rests || runs || status == AnomalyDetectorStatus.BACK_TEST_COMPLETE);
  }
}
