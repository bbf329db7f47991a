package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.lookout.LearningProgress;
import java.io.PrintWriter;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** Writes how a detector is. */
final class StatusReport {
  private final PrintWriter out;
  private final boolean json;

  StatusReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(DescribeAnomalyDetectorResponse detector, LearningProgress progress) {
    if (json) {
      ObjectNode answer = new ObjectMapper().createObjectNode();
      answer
          .put("name", detector.anomalyDetectorName())
          .put("arn", detector.anomalyDetectorArn())
          .put("status", detector.statusAsString())
          .put("interval", detector.anomalyDetectorConfig().anomalyDetectorFrequencyAsString());
      Optional.ofNullable(detector.failureReason())
          .ifPresent(reason -> answer.put("failureReason", reason));
      out.println(answer.toPrettyString());
    } else {
      out.println(detector.anomalyDetectorName() + "  " + progress.text());
      out.println(detector.anomalyDetectorArn());
      Optional.ofNullable(detector.failureReason()).ifPresent(out::println);
    }
    out.flush();
  }
}
