package dev.tidewatch.detector.catalog;

import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** What comes of a call or an event. */
public sealed interface Transition {
  /** The detector is in this state from now on. */
  record To(AnomalyDetectorStatus status) implements Transition {}

  /** The detector failed. */
  record Failed(Failure failure) implements Transition {}

  /** The detector stays as it is. */
  record Refused(Refusal refusal) implements Transition {}
}
