package dev.tidewatch.detector.catalog;

import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;

/** Why a detector failed, in the words the API answers: at most 256 characters (contract 4.1). */
public record Failure(AnomalyDetectorFailureType type, String reason) {
  static final int LONGEST_REASON = 256;

  public Failure {
    if (reason.length() > LONGEST_REASON) {
      reason = reason.substring(0, LONGEST_REASON - 1) + "…";
    }
  }
}
