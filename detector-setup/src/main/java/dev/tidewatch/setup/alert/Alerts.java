package dev.tidewatch.setup.alert;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;

/** The alerts of one detector. */
public final class Alerts {
  private final LookoutMetricsClient client;
  private final String detector;

  /**
   * @param detector its ARN
   */
  public Alerts(LookoutMetricsClient client, String detector) {
    this.client = client;
    this.detector = detector;
  }

  /** All of them. */
  public List<Alert> list() {
    return client.listAlertsPaginator(request -> request.anomalyDetectorArn(detector)).stream()
        .flatMap(page -> page.alertSummaryList().stream())
        .map(summary -> client.describeAlert(request -> request.alertArn(summary.alertArn())))
        .map(answer -> answer.alert())
        .toList();
  }

  /** What an alert filters by, in words. */
  public static String filter(Alert alert) {
    List<String> words = new ArrayList<>();
    if (alert.alertFilters() != null) {
      if (alert.alertFilters().hasMetricList()) {
        words.add(String.join("|", alert.alertFilters().metricList()));
      }
      alert
          .alertFilters()
          .dimensionFilterList()
          .forEach(
              each ->
                  words.add(
                      each.dimensionName() + "=" + String.join("|", each.dimensionValueList())));
    }
    return words.isEmpty() ? "everything" : String.join(", ", words);
  }

  /** Whom an alert tells, in words. */
  public static String recipient(Alert alert) {
    return alert.action().snsConfiguration() == null
        ? alert.action().lambdaConfiguration().lambdaArn()
        : alert.action().snsConfiguration().snsTopicArn()
            + " "
            + alert.action().snsConfiguration().snsFormatAsString();
  }
}
