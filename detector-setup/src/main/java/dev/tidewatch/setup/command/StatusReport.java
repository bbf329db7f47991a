package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.lookout.LearningProgress;
import dev.tidewatch.setup.lookout.Runs;
import dev.tidewatch.setup.report.SdkJson;
import dev.tidewatch.setup.report.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ExecutionStatus;

/** Writes how a detector is. */
final class StatusReport {
  private static final int RUNS = 5;

  private final PrintWriter out;
  private final boolean json;

  StatusReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** In a few words: after an apply. */
  void print(DescribeAnomalyDetectorResponse detector, LearningProgress progress) {
    if (json) {
      out.println(json(detector, progress).toPrettyString());
    } else {
      text(detector, progress);
    }
    out.flush();
  }

  /** With its newest runs and its alerts. */
  void print(DescribeAnomalyDetectorResponse detector, LearningProgress progress, Runs runs) {
    List<ExecutionStatus> newest = runs.newest(RUNS);
    List<AlertSummary> alerts = runs.alerts();
    if (json) {
      ObjectNode answer = json(detector, progress);
      answer.set("runs", SdkJson.of(newest));
      answer.set("alerts", SdkJson.of(alerts));
      out.println(answer.toPrettyString());
    } else {
      text(detector, progress);
      out.println();
      print(newest);
      out.println();
      Table table = new Table("ALERT", "FROM SEVERITY", "TYPE", "STATUS");
      alerts.forEach(
          alert ->
              table.row(
                  alert.alertName(),
                  String.valueOf(alert.alertSensitivityThreshold()),
                  alert.alertTypeAsString(),
                  alert.alertStatusAsString()));
      table.print(out);
    }
    out.flush();
  }

  private void print(List<ExecutionStatus> newest) {
    if (newest.isEmpty()) {
      out.println("no interval was run yet");
      return;
    }
    Table table = new Table("INTERVAL", "RUN", "REASON");
    newest.forEach(
        run ->
            table.row(
                run.timestamp(),
                run.statusAsString(),
                Optional.ofNullable(run.failureReason()).orElse("")));
    table.print(out);
  }

  private static ObjectNode json(
      DescribeAnomalyDetectorResponse detector, LearningProgress progress) {
    ObjectNode answer = new ObjectMapper().createObjectNode();
    answer
        .put("name", detector.anomalyDetectorName())
        .put("arn", detector.anomalyDetectorArn())
        .put("status", detector.statusAsString())
        .put("progress", progress.text())
        .put("interval", detector.anomalyDetectorConfig().anomalyDetectorFrequencyAsString());
    Optional.ofNullable(detector.failureReason())
        .ifPresent(reason -> answer.put("failureReason", reason));
    return answer;
  }

  private void text(DescribeAnomalyDetectorResponse detector, LearningProgress progress) {
    out.println(detector.anomalyDetectorName() + "  " + progress.text());
    out.println(detector.anomalyDetectorArn());
    Optional.ofNullable(detector.failureReason()).ifPresent(out::println);
  }
}
