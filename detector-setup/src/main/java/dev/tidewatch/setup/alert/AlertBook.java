package dev.tidewatch.setup.alert;

import dev.tidewatch.setup.aws.Patience;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** Reads a detector's alerts and who hears of them. */
public final class AlertBook {
  private final LookoutMetricsClient lookout;
  private final SnsClient sns;
  private final Patience patience;
  private final String detector;

  /**
   * @param detector its ARN
   */
  public AlertBook(
      LookoutMetricsClient lookout, SnsClient sns, Patience patience, String detector) {
    this.lookout = lookout;
    this.sns = sns;
    this.patience = patience;
    this.detector = detector;
  }

  /** All of them. */
  public List<Alert> alerts() {
    List<String> arns =
        patience.call(
            () ->
                lookout
                    .listAlertsPaginator(request -> request.anomalyDetectorArn(detector))
                    .stream()
                    .flatMap(page -> page.alertSummaryList().stream())
                    .map(summary -> summary.alertArn())
                    .toList());
    return arns.stream()
        .map(
            arn ->
                patience.call(
                    () -> lookout.describeAlert(request -> request.alertArn(arn)).alert()))
        .toList();
  }

  /** The ARN of the topic that an alert tells, if it tells one. */
  public static Optional<String> topic(Alert alert) {
    return Optional.ofNullable(alert.action().snsConfiguration()).map(sns -> sns.snsTopicArn());
  }

  /** Where an alert sends: the ARN of its topic or function. */
  public static String recipient(Alert alert) {
    return topic(alert).orElseGet(() -> alert.action().lambdaConfiguration().lambdaArn());
  }

  /** Who hears of these alerts; nobody of a topic that is not there. */
  public List<Hearer> hearers(List<Alert> alerts) {
    return alerts.stream()
        .flatMap(alert -> topic(alert).stream())
        .distinct()
        .flatMap(this::hearers)
        .toList();
  }

  /** Who hears of a topic. */
  public Stream<Hearer> hearers(String topic) {
    try {
      return sns
          .listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
          .subscriptions()
          .stream()
          .map(
              each ->
                  new Hearer(
                      topic,
                      each.protocol(),
                      each.endpoint(),
                      Optional.of(each.subscriptionArn()).filter(arn -> arn.startsWith("arn:"))))
          .toList()
          .stream();
    } catch (NotFoundException noTopic) {
      return Stream.of();
    }
  }
}
