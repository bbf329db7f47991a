package dev.tidewatch.setup.lookout;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.ExecutionStatus;

/** What a detector did lately, and whom it would tell. */
public final class Runs {
  private final Directory directory;
  private final String detector;

  /**
   * @param detector its ARN
   */
  public Runs(Directory directory, String detector) {
    this.directory = directory;
    this.detector = detector;
  }

  /** The newest runs, the newest first. */
  public List<ExecutionStatus> newest(int most) {
    return directory
        .call(
            () ->
                directory
                    .client()
                    .describeAnomalyDetectionExecutions(
                        request -> request.anomalyDetectorArn(detector).maxResults(most)))
        .executionList();
  }

  /** Its alerts. */
  public List<AlertSummary> alerts() {
    return AlertResource.of(directory, detector);
  }
}
