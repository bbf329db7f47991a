package dev.tidewatch.detector.catalog;

import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.BACK_TEST_ACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.BACK_TEST_COMPLETE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.DEACTIVATED;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.DEACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.DELETING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.FAILED;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.INACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.LEARNING;

import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** The calls that move a detector (contract section 4.1). */
public enum Call {
  ACTIVATE("activated", ACTIVATING),
  BACK_TEST("backtested", BACK_TEST_ACTIVATING),
  DEACTIVATE("deactivated", DEACTIVATING),
  DELETE("deleted", DELETING);

  private final String done;
  private final AnomalyDetectorStatus to;

  Call(String done, AnomalyDetectorStatus to) {
    this.done = done;
    this.to = to;
  }

  String done() {
    return done;
  }

  Set<AnomalyDetectorStatus> from() {
    return switch (this) {
      case ACTIVATE -> Set.of(INACTIVE, DEACTIVATED, FAILED);
      case BACK_TEST -> Set.of(INACTIVE);
      case DEACTIVATE -> Set.of(LEARNING, ACTIVE);
      case DELETE -> Set.of(INACTIVE, LEARNING, ACTIVE, BACK_TEST_COMPLETE, DEACTIVATED, FAILED);
    };
  }

  AnomalyDetectorStatus to() {
    return to;
  }

  /** A backtest has no conflict among its errors (contract A.5). */
  Refusal refuse(String message) {
    return this == BACK_TEST ? Refusal.validation(message) : Refusal.conflict(message);
  }
}
