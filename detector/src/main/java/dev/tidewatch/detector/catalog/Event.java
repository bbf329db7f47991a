package dev.tidewatch.detector.catalog;

import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.BACK_TEST_ACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.BACK_TEST_ACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.BACK_TEST_COMPLETE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.DEACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.INACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.LEARNING;

import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** What the work on a detector comes to (contract section 4.1). */
public enum Event {
  /** The history is read, but is not enough. */
  IMPORTED(LEARNING),
  /** There is enough history, at once or by and by. */
  LEARNT(ACTIVE),
  /** The first part of a backtest's data is learnt; the second is scored now. */
  BACK_TEST_LEARNT(BACK_TEST_ACTIVE),
  BACK_TEST_SCORED(BACK_TEST_COMPLETE),
  /** The work has stopped. The guide calls a detector inactive then. */
  STOPPED(INACTIVE);

  private final AnomalyDetectorStatus to;

  Event(AnomalyDetectorStatus to) {
    this.to = to;
  }

  Set<AnomalyDetectorStatus> from() {
    return switch (this) {
      case IMPORTED -> Set.of(ACTIVATING);
      case LEARNT -> Set.of(ACTIVATING, LEARNING);
      case BACK_TEST_LEARNT -> Set.of(BACK_TEST_ACTIVATING);
      case BACK_TEST_SCORED -> Set.of(BACK_TEST_ACTIVE);
      case STOPPED -> Set.of(DEACTIVATING);
    };
  }

  AnomalyDetectorStatus to() {
    return to;
  }
}
