package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.Page;
import dev.tidewatch.detector.wire.TimestampText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectionExecutionsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectionExecutionsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ExecutionStatus;

/** The detector log (contract section 4.5): a run for each interval, the newest first. */
public final class ExecutionOperations {
  private final Surroundings surroundings;
  private final Resources resources;

  public ExecutionOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
  }

  /** A {@code Timestamp} selects the run of the interval that starts then. */
  public DescribeAnomalyDetectionExecutionsResponse describe(
      DescribeAnomalyDetectionExecutionsRequest request) {
    Optional<Instant> only = Optional.ofNullable(request.timestamp()).map(this::time);
    return surroundings
        .database()
        .read(
            handle -> {
              Detector detector = resources.detector(handle, request.anomalyDetectorArn());
              Page<Run> page =
                  surroundings
                      .paging()
                      .page(
                          request,
                          (after, most) -> runs(handle, detector, only, after, most),
                          run -> String.valueOf(run.interval()));
              return DescribeAnomalyDetectionExecutionsResponse.builder()
                  .executionList(page.items().stream().map(Run::status).toList())
                  .nextToken(page.nextToken())
                  .build();
            });
  }

  private Instant time(String text) {
    return TimestampText.read(text)
        .orElseThrow(
            () ->
                ApiError.validation(
                    "Timestamp", "\"" + text + "\" is no time such as 2026-11-20T10:05:00Z."));
  }

  private record Run(long interval, ExecutionStatus status) {}

  private static List<Run> runs(
      Handle handle, Detector detector, Optional<Instant> only, String after, int most) {
    long before = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
    return handle
        .createQuery(
            "SELECT interval, status, failure_reason FROM execution WHERE detector = :detector"
                + " AND interval < :before AND (:only IS NULL OR interval = :only)"
                + " ORDER BY interval DESC LIMIT :most")
        .bind("detector", detector.id())
        .bind("before", before)
        .bind("only", only.map(Instant::getEpochSecond).orElse(null))
        .bind("most", most)
        .map(
            (row, context) ->
                new Run(
                    row.getLong("interval"),
                    ExecutionStatus.builder()
                        .timestamp(
                            TimestampText.write(Instant.ofEpochSecond(row.getLong("interval"))))
                        .status(row.getString("status"))
                        .failureReason(row.getString("failure_reason"))
                        .build()))
        .list();
  }
}
