package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/** Two alerts of a detector. */
final class JavaAlerts {
  private final LookoutMetricsClient client;
  private final Checks checks;
  private final Stage stage;
  private final JavaDetectors detectors;
  private String first;
  private String second;

  JavaAlerts(LookoutMetricsClient client, Checks checks, Stage stage, JavaDetectors detectors) {
    this.client = client;
    this.checks = checks;
    this.stage = stage;
    this.detectors = detectors;
  }

  String first() {
    return first;
  }

  void make() {
    first = make("java-first");
    second = make("java-second");
    checks.operation(
        "UpdateAlert",
        () ->
            assertThat(
                    client
                        .updateAlert(
                            r ->
                                r.alertArn(first)
                                    .alertSensitivityThreshold(80)
                                    .alertFilters(f -> f.metricList("revenue")))
                        .alertArn())
                .isEqualTo(first));
    checks.operation(
        "DescribeAlert",
        () -> {
          var alert = client.describeAlert(r -> r.alertArn(first)).alert();
          assertThat(alert.alertSensitivityThreshold()).isEqualTo(80);
          return assertThat(alert.action().snsConfiguration().snsFormat())
              .isEqualTo(SnsFormat.JSON);
        });
    checks.operation(
        "ListAlerts",
        () ->
            assertThat(
                    client
                        .listAlerts(r -> r.anomalyDetectorArn(detectors.backtest()))
                        .alertSummaryList())
                .extracting(AlertSummary::alertArn)
                .containsExactlyInAnyOrder(first, second));
    checks.step(
        "paginator",
        "ListAlerts",
        () ->
            assertThat(
                    client.listAlertsPaginator(r -> r.maxResults(1)).stream()
                        .flatMap(page -> page.alertSummaryList().stream())
                        .map(AlertSummary::alertArn))
                .doesNotHaveDuplicates()
                .contains(first, second));
  }

  private String make(String name) {
    return checks.operation(
        "CreateAlert",
        () ->
            client
                .createAlert(
                    r ->
                        r.alertName(name)
                            .anomalyDetectorArn(detectors.backtest())
                            .alertSensitivityThreshold(70)
                            .action(
                                action ->
                                    action.snsConfiguration(
                                        sns ->
                                            sns.roleArn(JavaDetectors.ROLE)
                                                .snsTopicArn(stage.setting("TOPIC_ARN")))))
                .alertArn());
  }

  void delete() {
    for (String alert : List.of(first, second)) {
      checks.operation("DeleteAlert", () -> client.deleteAlert(r -> r.alertArn(alert)));
    }
  }
}
