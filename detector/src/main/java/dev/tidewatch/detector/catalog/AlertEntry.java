package dev.tidewatch.detector.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;

/**
 * An alert as it stands.
 *
 * @param id never given twice
 * @param threshold the least severity it tells of, 0 to 100
 * @param action with exactly one target
 * @param filters none: it tells of every group
 */
public record AlertEntry(
    long id,
    long detectorId,
    String detectorName,
    String name,
    @Nullable String description,
    int threshold,
    AlertStatus status,
    Action action,
    @Nullable AlertFilters filters,
    Instant created,
    Instant modified) {

  public AlertType type() {
    return typeOf(action);
  }

  static AlertType typeOf(Action action) {
    return action.snsConfiguration() == null ? AlertType.LAMBDA : AlertType.SNS;
  }
}
