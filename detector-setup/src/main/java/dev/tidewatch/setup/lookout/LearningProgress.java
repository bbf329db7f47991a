package dev.tidewatch.setup.lookout;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectionTaskStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/**
 * How far a detector is with learning (contract section 4.3).
 *
 * @param status in the words of the API
 * @param learnt how many intervals it knows, counted while it learns from live ones
 * @param needed how many it needs
 * @param left how long that takes yet; zero when it does not learn from live intervals
 */
public record LearningProgress(
    AnomalyDetectorStatus status, int learnt, int needed, Duration left) {
  private static final int INTERVALS = 300;
  private static final int DAYS = 14;

  /** Looks how far a detector is. */
  public static LearningProgress of(Directory directory, DescribeAnomalyDetectorResponse detector) {
    String frequency = detector.anomalyDetectorConfig().anomalyDetectorFrequencyAsString();
    int needed = frequency.equals("P1D") ? DAYS : INTERVALS;
    if (detector.status() != AnomalyDetectorStatus.LEARNING) {
      return new LearningProgress(detector.status(), 0, needed, Duration.ZERO);
    }
    int learnt = Math.min(needed, completed(directory, detector.anomalyDetectorArn(), needed));
    Duration interval =
        IntervalLength.parse(frequency).map(IntervalLength::duration).orElse(Duration.ZERO);
    return new LearningProgress(
        detector.status(), learnt, needed, interval.multipliedBy(needed - learnt));
  }

  private static int completed(Directory directory, String arn, int enough) {
    return (int)
        directory
            .call(
                () ->
                    directory
                        .client()
                        .describeAnomalyDetectionExecutionsPaginator(
                            request -> request.anomalyDetectorArn(arn).maxResults(100))
                        .stream()
                        .flatMap(page -> page.executionList().stream())
                        .filter(run -> run.status() == AnomalyDetectionTaskStatus.COMPLETED)
                        .limit(enough)
                        .count())
            .longValue();
  }

  /** In a few words. */
  public String text() {
    if (status != AnomalyDetectorStatus.LEARNING) {
      return status.toString();
    }
    return "%s %d of %d intervals, about %s to go".formatted(status, learnt, needed, words(left));
  }

  private static String words(Duration time) {
    if (time.toHours() >= 48) {
      return time.toDays() + " days";
    }
    return time.toMinutes() >= 120 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
  }
}
