package dev.tidewatch.detector.catalog;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * A detector as it stands.
 *
 * @param id never given twice; the name may be, after a deletion
 * @param failure of a detector that is {@code FAILED}, else none
 */
public record Detector(
    long id,
    String name,
    @Nullable String description,
    IntervalLength interval,
    @Nullable String kmsKeyArn,
    AnomalyDetectorStatus status,
    @Nullable Failure failure,
    Instant created,
    Instant modified) {

  /** Whether it failed in this way. */
  public boolean failedBy(AnomalyDetectorFailureType type) {
    return failure != null && failure.type() == type;
  }
}
