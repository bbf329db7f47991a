package dev.tidewatch.setup.command;

import dev.tidewatch.setup.lookout.LearningProgress;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** Says how a detector is. */
final class StatusReport {
  private StatusReport() {}

  /** For programs. */
  static Map<String, Object> json(DescribeAnomalyDetectorResponse detector) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", detector.anomalyDetectorName());
    answer.put("arn", detector.anomalyDetectorArn());
    answer.put("status", detector.statusAsString());
    answer.put("interval", detector.anomalyDetectorConfig().anomalyDetectorFrequencyAsString());
    Optional.ofNullable(detector.failureReason())
        .ifPresent(reason -> answer.put("failureReason", reason));
    return answer;
  }

  /** For people. */
  static void print(
      DescribeAnomalyDetectorResponse detector, LearningProgress progress, PrintWriter out) {
    out.println(detector.anomalyDetectorName() + "  " + progress.text());
    out.println(detector.anomalyDetectorArn());
    Optional.ofNullable(detector.failureReason()).ifPresent(out::println);
    out.flush();
  }
}
