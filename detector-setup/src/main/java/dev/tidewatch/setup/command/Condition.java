package dev.tidewatch.setup.command;

import dev.tidewatch.setup.alert.AlertBook;
import dev.tidewatch.setup.alert.Hearer;
import dev.tidewatch.setup.anomaly.SdkJson;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.lookout.LearningProgress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorDataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ExecutionStatus;

/**
 * How everything of a detector is.
 *
 * @param detector itself
 * @param progress how far it is with learning
 * @param runs the last ones, the newest first
 * @param alerts all of them
 * @param hearers who is told
 * @param quality how good the data of the last runs were
 */
record Condition(
    DescribeAnomalyDetectorResponse detector,
    LearningProgress progress,
    List<ExecutionStatus> runs,
    List<Alert> alerts,
    List<Hearer> hearers,
    List<AnomalyDetectorDataQualityMetric> quality) {
  private static final int RUNS = 5;
  private static final int LINES_OF_QUALITY = 3;

  static Condition of(DetectorSession session) {
    AlertBook book =
        new AlertBook(
            session.lookout(), session.session().clients().sns(), Patience.usual(), session.arn());
    List<Alert> alerts = book.alerts();
    List<ExecutionStatus> runs =
        Patience.usual()
            .call(
                () ->
                    session
                        .lookout()
                        .describeAnomalyDetectionExecutions(
                            request -> request.anomalyDetectorArn(session.arn()).maxResults(RUNS))
                        .executionList());
    return new Condition(
        session.detector(),
        LearningProgress.of(session.session().directory(), session.detector()),
        runs,
        alerts,
        book.hearers(alerts),
        QualityCommand.runs(session));
  }

  Map<String, Object> json() {
    Map<String, Object> answer = StatusReport.json(detector);
    answer.put(
        "learning",
        Map.of(
            "learnt", progress.learnt(),
            "needed", progress.needed(),
            "secondsLeft", progress.left().toSeconds()));
    answer.put("runs", runs.stream().map(SdkJson::of).toList());
    answer.put("alerts", alerts.stream().map(SdkJson::of).toList());
    answer.put("subscriptions", hearers.stream().map(Condition::json).toList());
    answer.put("quality", quality.stream().map(SdkJson::of).toList());
    return answer;
  }

  static Map<String, Object> json(Hearer hearer) {
    return Map.of(
        "topic", hearer.topic(),
        "protocol", hearer.protocol(),
        "endpoint", hearer.endpoint(),
        "pending", hearer.isPending());
  }

  void print(PrintWriter out) {
    out.println();
    if (runs.isEmpty()) {
      out.println("No run yet.");
    } else {
      Table table = new Table("LAST RUNS", "STATE", "");
      runs.forEach(
          run ->
              table.row(
                  run.timestamp(),
                  run.statusAsString(),
                  Optional.ofNullable(run.failureReason()).orElse("")));
      table.print(out);
    }
    out.println();
    AlertsListCommand.print(alerts, hearers, out);
    out.println();
    QualityCommand.print(quality.stream().limit(LINES_OF_QUALITY).toList(), out);
  }
}
