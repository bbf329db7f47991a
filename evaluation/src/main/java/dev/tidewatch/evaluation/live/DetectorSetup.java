package dev.tidewatch.evaluation.live;

import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/**
 * Declares a detector over a metric set, with an alert, as its users did with AWS's own clients.
 */
final class DetectorSetup {
  /** The server reads and sends with its own credentials, but the API asks for a role. */
  private static final String ROLE = "arn:aws:iam::123456789012:role/tidewatch";

  private final LookoutMetricsClient client;
  private final MetricSet metricSet;
  private final Duration offset;

  /**
   * @param offset how long after its end an interval is read at the latest
   */
  DetectorSetup(LookoutMetricsClient client, MetricSet metricSet, Duration offset) {
    this.client = client;
    this.metricSet = metricSet;
    this.offset = offset;
  }

  /**
   * Creates detector, dataset and alert, and activates the detector.
   *
   * @param topic what the alert is sent to
   * @param threshold the lowest severity that alerts
   * @return the detector's ARN
   */
  String create(String topic, int threshold) {
    String detector =
        client
            .createAnomalyDetector(
                request ->
                    request
                        .anomalyDetectorName(metricSet.name())
                        .anomalyDetectorDescription("Watches " + metricSet.name())
                        .anomalyDetectorConfig(
                            config -> config.anomalyDetectorFrequency(metricSet.interval().name())))
            .anomalyDetectorArn();
    client.createMetricSet(metricSet(detector));
    client.createAlert(
        request ->
            request
                .anomalyDetectorArn(detector)
                .alertName(metricSet.name() + "-alert")
                .alertSensitivityThreshold(threshold)
                .action(
                    action ->
                        action.snsConfiguration(
                            sns ->
                                sns.roleArn(ROLE).snsTopicArn(topic).snsFormat(SnsFormat.JSON))));
    client.activateAnomalyDetector(request -> request.anomalyDetectorArn(detector));
    return detector;
  }

  private CreateMetricSetRequest metricSet(String detector) {
    List<Metric> metrics = metricSet.measures().stream().map(DetectorSetup::metric).toList();
    CreateMetricSetRequest.Builder request =
        CreateMetricSetRequest.builder()
            .anomalyDetectorArn(detector)
            .metricSetName(metricSet.name())
            .metricSetFrequency(metricSet.interval().name())
            .metricList(metrics)
            .offset(Math.toIntExact(offset.toSeconds()))
            .timezone(metricSet.timestamp().zone().getId())
            .timestampColumn(
                column ->
                    column
                        .columnName(metricSet.timestamp().name())
                        .columnFormat(metricSet.timestamp().format().pattern()))
            .metricSource(
                source ->
                    source.s3SourceConfig(
                        s3 ->
                            s3.roleArn(ROLE)
                                .templatedPathList(
                                    metricSet.output().location()
                                        + "/"
                                        + metricSet.output().layout())
                                .fileFormatDescriptor(
                                    format ->
                                        format.csvFormatDescriptor(
                                            csv ->
                                                csv.containsHeader(true)
                                                    .delimiter(",")
                                                    .quoteSymbol("\"")
                                                    .charset("UTF-8")))));
    if (!metricSet.dimensions().isEmpty()) {
      request.dimensionList(metricSet.dimensions().stream().map(Dimension::name).toList());
    }
    return request.build();
  }

  private static Metric metric(Measure measure) {
    return Metric.builder()
        .metricName(measure.name())
        .aggregationFunction(measure.aggregation().name())
        .build();
  }
}
